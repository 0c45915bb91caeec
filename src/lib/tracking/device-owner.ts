import type { CopyOwner } from './device-copy.ts';

/**
 * Whose the attempts of a plain web package are: whoever uses this browser. Nobody is named, so this stands for a
 * learner's id; an LMS's ids never look like it.
 * @param origin where the package is served
 */
export function onThisDevice(origin: string): Pick<CopyOwner, 'lms' | 'learner'> {
	return { lms: origin, learner: ':this device' };
}
