/**
 * A span of time as SCORM 1.2 wants it (CMITimespan): hours of 2–4 digits, minutes and seconds of 2, hundredths.
 * @param elapsedMs ≥ 0; anything else counts as 0
 * @returns e.g. `0000:14:07.25`; at most `9999:59:59.99`
 */
export function sessionTime(elapsedMs: number): string {
	const hundredths = Math.min(Math.floor(Math.max(0, Number.isFinite(elapsedMs) ? elapsedMs : 0) / 10), 3_599_999_999);
	const seconds = Math.floor(hundredths / 100);
	const two = (value: number) => String(value).padStart(2, '0');
	return (
		`${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:` +
		`${two(seconds % 60)}.${two(hundredths % 100)}`
	);
}

/**
 * A scaled score as `cmi.core.score.raw`, 0..100 with at most two decimals and no exponent. Rounded down, so that an LMS
 * which compares it with the mastery score never passes somebody who has not passed here.
 * @param scaled 0..1
 */
export function rawScore(scaled: number): string {
	return String(Math.floor(Math.min(1, Math.max(0, scaled)) * 10_000 + 1e-6) / 100);
}

/** A `cmi.core.score.raw` as scaled 0..1, or null where the LMS has none. */
export function scaledOf(raw: string): number | null {
	const value = raw.trim() === '' ? Number.NaN : Number(raw);
	return Number.isFinite(value) && value >= 0 && value <= 100 ? value / 100 : null;
}

/** An id that every LMS takes: letters, digits and underscores, a letter first. Ids of scenes are kebab-case already. */
export function lmsId(id: string): string {
	return id.replaceAll('-', '_');
}
