/**
 * A span of time as SCORM 1.2 wants it (CMITimespan): hours of 2–4 digits, minutes and seconds of 2, hundredths.
 * @param elapsedMs ≥ 0; anything else counts as 0
 * @returns e.g. `0000:14:07.25`; at most `9999:59:59.99`
 */
export function timespan(elapsedMs: number): string {
	const hundredths = Math.min(hundredthsOf(elapsedMs), 3_599_999_999);
	const seconds = Math.floor(hundredths / 100);
	const two = (value: number) => String(value).padStart(2, '0');
	return (
		`${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:` +
		`${two(seconds % 60)}.${two(hundredths % 100)}`
	);
}

/**
 * A span of time as SCORM 2004 and xAPI want it: ISO 8601, at most two decimals (Moodle and strict LMSs refuse a third).
 * @param elapsedMs ≥ 0; anything else counts as 0
 * @returns e.g. `PT1H14M7.25S`, `PT0S`
 */
export function isoDuration(elapsedMs: number): string {
	const hundredths = hundredthsOf(elapsedMs);
	const hours = Math.floor(hundredths / 360_000);
	const minutes = Math.floor(hundredths / 6000) % 60;
	const seconds = (hundredths % 6000) / 100;
	const parts = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`;
	return `PT${parts || '0S'}`;
}

/**
 * A scaled score out of 100, with at most two decimals and no exponent. Rounded down, so that an LMS which compares it
 * with the passing score never passes somebody who has not passed here.
 * @param scaled 0..1
 */
export function rawScore(scaled: number): string {
	return String(Math.floor(within(scaled) * 10_000 + 1e-6) / 100);
}

/** A share or a scaled score with at most four decimals and no exponent, rounded down. @param share 0..1 */
export function decimal(share: number): string {
	return String(Math.floor(within(share) * 10_000 + 1e-6) / 10_000);
}

/** A number an LMS gave back, or null where it is none or outside these bounds. */
export function numberWithin(text: string, least: number, most: number): number | null {
	const value = text.trim() === '' ? Number.NaN : Number(text);
	return Number.isFinite(value) && value >= least && value <= most ? value : null;
}

/** An id that every LMS takes: letters, digits and underscores, a letter first. Ids of scenes are kebab-case already. */
export function lmsId(id: string): string {
	return id.replaceAll('-', '_');
}

function within(share: number): number {
	return Math.min(1, Math.max(0, share));
}

function hundredthsOf(elapsedMs: number): number {
	return Math.floor(Math.max(0, Number.isFinite(elapsedMs) ? elapsedMs : 0) / 10);
}
