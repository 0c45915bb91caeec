import type { SaveState } from '#lib/tracking/tracker.ts';

/**
 * Saves one at a time, and once more when something changed meanwhile: the last save always has everything.
 * @param save hands over all there is now
 * @param onstate told what became of each save, and `saving` when one begins
 * @returns what to call after each change; resolves when nothing is left to save
 */
export function createSaver(
	save: () => Promise<SaveState>,
	onstate: (state: SaveState | 'saving') => void
): () => Promise<void> {
	let running: Promise<void> | null = null;
	let again = false;
	async function run() {
		do {
			again = false;
			onstate('saving');
			onstate(await save());
		} while (again);
		running = null;
	}
	return () => {
		again = running !== null;
		return (running ??= run());
	};
}
