/**
 * What something gives, or undefined where it throws: a browser's storage may be full, off or forbidden, a window may be
 * of another origin, a text may be no JSON. Each of these counts as nothing there.
 */
export function tryTo<Value>(run: () => Value): Value | undefined {
	try {
		return run();
	} catch {
		// Nothing there: whoever asks goes on without it.
		return undefined;
	}
}
