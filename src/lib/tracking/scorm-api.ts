import { tryTo } from './try-to.ts';

/** The object an LMS offers to SCORM 1.2 content. Every argument and every answer is a string. */
export type Scorm12Api = {
	LMSInitialize(empty: ''): unknown;
	LMSGetValue(element: string): unknown;
	LMSSetValue(element: string, value: string): unknown;
	LMSCommit(empty: ''): unknown;
	LMSFinish(empty: ''): unknown;
	LMSGetLastError(): unknown;
};

/** A window as far as the search for an API looks at it. */
export type ApiWindow = { API?: unknown; parent?: ApiWindow | null; opener?: ApiWindow | null };

/** Parents looked at in each chain; deeper nesting than this is a loop or no LMS. */
const mostSteps = 16;

/**
 * Every SCORM 1.2 API in reach, nearest first: this window, its parents, then the opener and the opener's parents.
 * A window of another origin throws on being touched and is passed over; `window.top` is never asked, since some players
 * forbid it. `API_1484_11` may stand beside `API`: a 1.2 package speaks to `API` only.
 * Source: SCORM 1.2 RTE 3.3.6.1; docs/lms/scorm12.md.
 */
export function findScorm12Apis(win: ApiWindow): Scorm12Api[] {
	const found: Scorm12Api[] = [];
	const collect = (start: ApiWindow | null | undefined) => {
		let at = start;
		for (let step = 0; at && step < mostSteps; step += 1) {
			const here: ApiWindow = at;
			const api = tryTo(() => here.API);
			if (isScorm12Api(api) && !found.includes(api)) found.push(api);
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

function isScorm12Api(value: unknown): value is Scorm12Api {
	if (typeof value !== 'object' && typeof value !== 'function') return false;
	// Some players build the API in another frame or in Java: only that its functions can be called is asked.
	return Boolean(tryTo(() => value && 'LMSInitialize' in value && 'LMSSetValue' in value && 'LMSGetValue' in value));
}
