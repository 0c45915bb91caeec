import type { Check, CompiledModule } from '../check.ts';
import { resolveScript } from '#lib/scenario/script.ts';

/** The way that is shown as a script leads from the start to an ending. */
export const brokenScript: Check<CompiledModule> = {
	code: 'broken-script',
	severity: 'error',
	find: ({ play, file }) => {
		if (play.script.length > 0) return [];
		const script = resolveScript(play, file.script);
		if (script.ok) return [];
		const { index, at } = script;
		const step = file.script[index];
		const ended = play.scenes[at]?.kind === 'ending';
		return [
			{
				path: step === undefined ? ['script'] : ['script', index],
				...(step === undefined && { what: 'key' as const }),
				message: ended
					? `The story has ended at “${at}” before “${step}”.`
					: step === undefined
						? `The script stops at “${at}”, where there is something to decide.`
						: `“${step}” does not follow: the story is at “${at}”.`,
				hint: ended ? 'Take the steps after it out.' : `Put a step “${at}/…” with a choice offered there.`
			}
		];
	}
};
