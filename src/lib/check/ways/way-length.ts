import type { Check, WalkedModule } from '../check.ts';
import type { Finding } from '../check.ts';
import { decisionsOn } from './figures.ts';

/** On any way through one meets six to eight decisions. */
export const wayLength: Check<WalkedModule> = {
	code: 'way-length',
	severity: 'warning',
	find: ({ walk }) => {
		const { fewest, most } = decisionsOn(walk);
		const found: Finding[] = [];
		const say = (message: string, hint: string) => found.push({ path: ['chapters'], what: 'key', message, hint });
		if (fewest < 6)
			say(`The shortest way has ${fewest} decision${fewest === 1 ? '' : 's'}.`, 'Six to eight on any way through.');
		if (most > 8) say(`The longest way has ${most} decisions.`, 'Six to eight on any way through.');
		return found;
	}
};
