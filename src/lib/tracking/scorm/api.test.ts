import { describe, expect, it } from 'vitest';
import { memoryLms } from '../../lms/memory-lms.ts';
import { findScormApis, type ApiWindow } from './api.ts';
import { startScorm } from './run.ts';
import { scorm12 } from './scorm12.ts';

const dialect = scorm12;

const api = () => memoryLms({});

/** A window of another origin: touching anything of it throws. */
function foreign(): ApiWindow {
	return new Proxy(
		{},
		{
			get: () => {
				throw new DOMException('Blocked a frame from accessing a cross-origin frame.', 'SecurityError');
			}
		}
	);
}

function top(values: Partial<ApiWindow> = {}): ApiWindow {
	const win: ApiWindow = { opener: null, ...values };
	win.parent = win;
	return win;
}

describe('the search for an API', () => {
	it('looks at its own window first, then parents, then the opener and its parents', () => {
		const [own, parent, opener, above] = [api(), api(), api(), api()];
		const win: ApiWindow = {
			API: own,
			parent: top({ API: parent }),
			opener: { API: opener, parent: top({ API: above }), opener: null }
		};
		expect(findScormApis(win, dialect)).toEqual([own, parent, opener, above]);
	});

	it('finds the opener of the pop-up that its frame stands in', () => {
		const opener = api();
		expect(findScormApis({ parent: top({ opener: top({ API: opener }) }), opener: null }, dialect)).toEqual([opener]);
	});

	it('passes over windows of another origin and goes on with the opener', () => {
		const opener = api();
		expect(findScormApis({ parent: foreign(), opener: top({ API: opener }) }, dialect)).toEqual([opener]);
		expect(findScormApis({ parent: foreign(), opener: foreign() }, dialect)).toEqual([]);
	});

	it('stops where windows go round in a circle', () => {
		const one: ApiWindow = { opener: null };
		const other: ApiWindow = { parent: one, opener: null };
		one.parent = other;
		expect(findScormApis(one, dialect)).toEqual([]);
	});

	it('speaks to API where API_1484_11 stands beside it, and to nothing that is no API', () => {
		const right = api();
		const win = {
			API: right,
			API_1484_11: { Initialize: () => 'true' },
			parent: top({ API: 'no object' }),
			opener: null
		};
		expect(findScormApis(win, dialect)).toEqual([right]);
	});

	it('goes on to the next API where the nearest refuses to be initialised', () => {
		const dead = { ...api(), LMSInitialize: () => 'false', LMSGetValue: () => '', LMSGetLastError: () => '301' };
		const alive = api();
		const win = { API: dead, parent: top({ API: alive }), opener: null };
		const run = startScorm(findScormApis(win, dialect), dialect, () => {});
		expect(run?.get('cmi.core.student_id')).toBe('learner-7');
	});
});
