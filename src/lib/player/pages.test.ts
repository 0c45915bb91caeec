import { describe, expect, it } from 'vitest';
import { replay } from '#lib/scenario/replay.ts';
import { compiledSample } from '../../../tests/player/harness/compiled.ts';
import { wayTo, wayToTheEnd } from '../../../tests/player/ways.ts';
import { pageOfVisit, pagesOf, type Page } from './pages.ts';

const module = compiledSample();

function pagesAfter(decisions: number, skipped: number[] = []): Page[] {
	return pagesOf(module, replay(module, wayTo(decisions)), skipped);
}

/** Pages as `kind scene`, so that an order can be read. */
function told(pages: Page[], decisions: number): string[] {
	const { visits } = replay(module, wayTo(decisions));
	return pages.map((page) => `${page.kind} ${visits[page.visit]?.scene}`);
}

describe('pagesOf', () => {
	it('begins with the first scene alone', () => {
		expect(told(pagesAfter(0), 0)).toEqual(['scene wall-screen']);
	});
	it('puts feedback after an activity, a closing between chapters, a note before a flagged scene', () => {
		expect(told(pagesAfter(2), 2)).toEqual([
			'scene wall-screen',
			'scene garden-room',
			'scene map-the-work',
			'feedback map-the-work',
			'scene how-sure',
			'closing the-joke',
			'note the-joke',
			'scene the-joke'
		]);
	});
	it('ends a part with the closing of its last chapter', () => {
		const closing = pagesAfter(2).find((page) => page.kind === 'closing');
		expect(closing).toMatchObject({ chapter: 'thursday', partEnds: 1 });
		expect(closing).toHaveProperty('html', expect.stringContaining('slows down'));
	});
	it('does not repeat a note for the flagged scene right after', () => {
		expect(pagesAfter(3).filter((page) => page.kind === 'note')).toHaveLength(1);
	});
	it('says a note once on the way for scenes without a skip, and each time before one that can be skipped', () => {
		const flagged = (skippable: boolean): Page[] => {
			const changed = compiledSample();
			for (const id of ['wall-screen', 'map-the-work']) {
				const skip = skippable ? { skip: { html: 'In short.' } } : {};
				changed.scenes[id] = { ...changed.scenes[id]!, flag: ['stigmatising-words'], ...skip };
			}
			return pagesOf(changed, replay(changed, wayTo(1)), []).filter((page) => page.kind === 'note');
		};
		expect(flagged(false)).toHaveLength(1);
		expect(flagged(true)).toHaveLength(2);
	});
	it('shows one page in place of all the scenes that were skipped together', () => {
		const pages = pagesAfter(3, [4, 5]);
		expect(told(pages, 3).slice(-2)).toEqual(['skipped after-the-joke', 'scene what-applies']);
		expect(pages.find((page) => page.kind === 'skipped')).toHaveProperty('html.length', 2);
	});
	it('keeps the pages before a decision where they were, whatever was decided', () => {
		expect(told(pagesAfter(6), 6).slice(0, 8)).toEqual(told(pagesAfter(2), 2));
	});
	it('ends with the question what one was trying to do, and the debrief', () => {
		expect(told(pagesAfter(wayToTheEnd.length), 6).slice(-3)).toEqual([
			'scene stays-white',
			'trying stays-white',
			'debrief stays-white'
		]);
	});
});

describe('pageOfVisit', () => {
	it('lands on the note of a flagged scene, past the closing before it', () => {
		const pages = pagesAfter(2);
		expect(pages[pageOfVisit(pages, 4)]).toMatchObject({ kind: 'note', visit: 4 });
	});
	it('lands past the feedback of the activity before', () => {
		const pages = pagesAfter(2);
		expect(pages[pageOfVisit(pages, 3)]).toMatchObject({ kind: 'scene', visit: 3 });
	});
});
