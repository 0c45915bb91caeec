import { tryTo } from '../try-to.ts';

/** The object an LMS offers to SCORM content: functions by their names. Every argument and every answer is a string. */
export type ScormApi = Record<string, (...texts: string[]) => unknown>;

/** A window as far as the search for an API looks at it. */
export type ApiWindow = {
	API?: unknown;
	API_1484_11?: unknown;
	parent?: ApiWindow | null;
	opener?: ApiWindow | null;
};

/** What to look for: the object's name, and the functions it must have. */
export type ApiKind = { api: 'API' | 'API_1484_11'; calls: { initialize: string; get: string; set: string } };

/** Parents looked at in each chain; deeper nesting than this is a loop or no LMS. */
const mostSteps = 16;

/**
 * Every API of one kind in reach, nearest first: this window, its parents, then the opener and the opener's parents.
 * A window of another origin throws on being touched and is passed over; `window.top` is never asked, since some players
 * forbid it. Both objects may stand beside each other: a package speaks to the one of its own standard.
 * Sources: SCORM 1.2 RTE 3.3.6.1; SCORM 2004 4th Ed. RTE 3.3; docs/lms/scorm.md.
 */
export function findScormApis(win: ApiWindow, kind: ApiKind): ScormApi[] {
	const found: ScormApi[] = [];
	const collect = (start: ApiWindow | null | undefined) => {
		let at = start;
		for (let step = 0; at && step < mostSteps; step += 1) {
			const here: ApiWindow = at;
			const api = tryTo(() => here[kind.api]);
			if (isScormApi(api, kind) && !found.includes(api)) found.push(api);
			const parent = tryTo(() => here.parent);
			at = parent === here ? null : parent;
		}
	};
	collect(win);
	collect(tryTo(() => win.opener));
	// A package in a frame of a pop-up: the opener hangs on the pop-up's own window.
	collect(tryTo(() => outermost(win)?.opener));
	return found;
}

function outermost(win: ApiWindow): ApiWindow | null {
	let at: ApiWindow = win;
	for (let step = 0; step < mostSteps; step += 1) {
		const here = at;
		const parent = tryTo(() => here.parent);
		if (!parent || parent === here) return here;
		at = parent;
	}
	return null;
}

function isScormApi(value: unknown, { calls }: ApiKind): value is ScormApi {
	if (typeof value !== 'object' && typeof value !== 'function') return false;
	// Some players build the API in another frame or in Java: only that its functions can be called is asked.
	return Boolean(tryTo(() => value && calls.initialize in value && calls.set in value && calls.get in value));
}
