import { postEntries } from './post-entries.ts';
import type { Queue } from './queue.ts';

/**
 * Sends what waits on this device for an account, attempt by attempt, from a page where none is open: after signing in,
 * on the home page, when the connection is back. What meets a conflict or a changed module stays for when it is opened.
 * @returns how many attempts still wait
 */
export async function sendWaiting(fetch: typeof globalThis.fetch, queue: Queue): Promise<number> {
	let left = 0;
	for (const { key, waiting } of queue.all()) {
		const sent = await postEntries(fetch, waiting);
		if (sent.kind === 'kept') queue.remove(key);
		else left += 1;
	}
	return left;
}
