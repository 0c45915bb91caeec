import type { Entry } from '#lib/scenario/module.ts';
import { compileSample } from './compile-sample.ts';
import { sampleFile } from './sample-file.ts';

/** The sample module, compiled. */
export const sampleModule = compileSample(sampleFile());
const [first, ...rest] = sampleModule.script as [Entry, ...Entry[]];

/** Its first decision, as its script takes it. */
export const ask = first;
/** Its first decision, the other way. */
export const tell: Entry = { scene: 'first', choice: 'tell' };
/** Its activity, all right. */
export const sorted: Entry = { scene: 'sorting', response: { lifts: 'shared', pills: 'other', walks: 'peer' } };
/** From there to an ending. */
export const restOfScript: Entry[] = rest.slice(-2);
/** A way to the ending `good`, which shows every objective. */
export const goodWay: Entry[] = [ask, sorted, ...restOfScript];
/** A way to the ending `other`, which scores low. */
export const poorWay: Entry[] = [
	tell,
	{ scene: 'repair', choice: 'sorry' },
	{ scene: 'sorting', response: { lifts: 'peer', pills: 'peer', walks: 'other' } },
	...restOfScript
];
