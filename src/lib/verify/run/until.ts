import { setTimeout as wait } from 'node:timers/promises';

/** Asks again and again until it is so. @returns whether it was, within that time */
export async function until(isSo: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
	const end = performance.now() + milliseconds;
	while (performance.now() < end) {
		if (await isSo()) return true;
		await wait(50);
	}
	return isSo();
}
