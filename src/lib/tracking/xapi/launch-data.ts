import { isRecord } from '../parse-entries.ts';
import type { Json } from './statement.ts';

/** What a cmi5 LMS says of a launch, in the state document `LMS.LaunchData`. Read, never written. */
export type LaunchData = {
	contextTemplate: Json;
	mode: 'normal' | 'browse' | 'review';
	/** 0..1; null where the LMS sets none. */
	masteryScore: number | null;
	/** What satisfies the LMS; `NotApplicable` where it says nothing. */
	moveOn: string;
	/** Where the learner goes who leaves. */
	returnUrl: string | null;
};

/**
 * Reads the launch data. Without a context template no statement can be made.
 * @returns null where it is none
 * Source: cmi5 10.2.
 */
export function parseLaunchData(value: unknown): LaunchData | null {
	if (!isRecord(value) || !isRecord(value['contextTemplate'])) return null;
	const { contextTemplate, launchMode, masteryScore, moveOn, returnURL } = value;
	const said = typeof launchMode === 'string' ? launchMode.toLowerCase() : '';
	const isShare = typeof masteryScore === 'number' && masteryScore >= 0 && masteryScore <= 1;
	return {
		contextTemplate,
		mode: said === 'browse' || said === 'review' ? said : 'normal',
		masteryScore: isShare ? masteryScore : null,
		moveOn: typeof moveOn === 'string' ? moveOn : 'NotApplicable',
		returnUrl: typeof returnURL === 'string' && /^https?:\/\//i.test(returnURL) ? returnURL : null
	};
}
