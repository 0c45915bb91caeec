/** A browser takes a beacon of 64 KiB in all, and several of them on their way share it: half of it is ours. */
export const mostCommitBytes = 32 * 1024;

/** What Moodle sends along with the values: the activity, the attempt, the session. */
const frame = `id=1000000&a=1000000&sesskey=${'x'.repeat(10)}&attempt=1000&scoid=1000000`;

/**
 * Bytes of the form that Moodle sends at each commit of a SCORM 2004 module: every value that is not its default, again
 * each time, as it is as a beacon when the page goes away. Source: mod/scorm/datamodels/scorm_13.js, CollectData and StoreData.
 */
export function moodleCommitBytes(values: Record<string, string>): number {
	return Object.entries(values).reduce(
		(sum, [element, value]) =>
			value === '' ? sum : sum + `&${element.replaceAll('.', '__')}=${encodeURIComponent(value)}`.length,
		frame.length
	);
}
