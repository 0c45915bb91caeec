import type { Check, CompiledModule } from '../check.ts';
import { worstLength } from '#lib/scenario/codec.ts';

/** Every decision and activity taken twice fits into what a SCORM 1.2 LMS keeps. */
export const suspendDataTooLong: Check<CompiledModule> = {
	code: 'suspend-data-too-long',
	severity: 'error',
	find: ({ play }) => {
		const worst = worstLength(play);
		return worst <= MOST_SUSPEND_DATA
			? []
			: [
					{
						path: ['chapters'],
						what: 'key' as const,
						message: `Every scene twice takes ${worst} characters of suspend data.`,
						hint: `At most ${MOST_SUSPEND_DATA}: make two modules of it.`
					}
				];
	}
};

/** Of the 4,096 characters that SCORM 1.2 gives, some are left for what an LMS does to them. */
const MOST_SUSPEND_DATA = 3500;
