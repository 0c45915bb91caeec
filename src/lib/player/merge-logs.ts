import type { Entry } from '#lib/scenario/module.ts';
import { sameEntry } from '#lib/scenario/log.ts';
import { wayInForce } from '#lib/scenario/way.ts';

/**
 * The other log, and after it our way: what is kept when the learner keeps this way after a conflict. An append-only
 * place then only has to append what follows `theirs`.
 */
export function oursAfterTheirs(theirs: Entry[], ours: Entry[]): Entry[] {
	const [their, our] = [wayInForce(theirs), wayInForce(ours)];
	let common = 0;
	while (common < their.length && common < our.length && sameEntry(their[common]!, our[common]!)) common += 1;
	const back = common < their.length ? [{ rewind: common }] : [];
	return [...theirs, ...back, ...our.slice(common)];
}
