import { describe, expect, it } from 'vitest';
import { memoryTracker } from '#lib/tracking/memory.ts';
import { compiledSample } from '../../../tests/player/harness/compiled.ts';
import { wayTo, wayToTheEnd } from '../../../tests/player/ways.ts';
import { plainHistory } from './place-history.ts';
import { OPENING, SCRIPT } from './places.ts';
import { createPlay } from './play.svelte.ts';

const module = compiledSample();

/** A browser's history with one page before ours, and nothing else of a window. */
function browserOf() {
	let [entries, at]: [unknown[], number] = [['elsewhere', null], 1];
	let listener: (event: { state: unknown }) => void = () => undefined;
	const go = (steps: number): void => {
		at += steps;
		if (at > 0) listener({ state: entries[at] });
	};
	const window = {
		history: {
			pushState: (state: unknown) => {
				entries = [...entries.slice(0, at + 1), state];
				at += 1;
			},
			back: () => go(-1)
		},
		addEventListener: (_type: string, heard: typeof listener) => (listener = heard),
		removeEventListener: () => undefined
	} as unknown as Window;
	return { window, back: () => go(-1), forward: () => go(1), hasLeft: () => at === 0 };
}

/** A sitting whose pages the browser's own buttons turn. */
function sitting(entries = wayTo(0)) {
	const browser = browserOf();
	const history = plainHistory(browser.window);
	const play = createPlay({
		module,
		saved: { entries, result: null, mode: 'normal', notice: null },
		tracker: memoryTracker(),
		passingScaled: null,
		now: () => '2026-11-22T10:00:00.000Z',
		onplace: (place) => history.push(place)
	});
	history.listen(play.wentTo);
	/** The places that one press after another shows, until the page is left. */
	const placesBack = () => {
		const places: number[] = [];
		for (;;) {
			browser.back();
			if (browser.hasLeft()) return places;
			places.push(play.place);
		}
	};
	return { browser, play, placesBack };
}

/** Each press shows an earlier page than the one before. */
function expectEarlierEachTime(from: number, places: number[]): void {
	expect(places).toEqual([...new Set([from, ...places])].sort((left, right) => right - left).slice(1));
	expect(places.at(-1)).toBe(OPENING);
}

describe('the browser’s Back', () => {
	it('turns one page back at a time, and leaves from the first screen', () => {
		const { play, placesBack } = sitting();
		play.goTo(0);
		play.decide(wayTo(1)[0]!);
		expect(placesBack()).toEqual([0, OPENING]);
	});

	it('passes over pages that are gone after “take that back”', () => {
		const { play, placesBack } = sitting();
		play.goTo(0);
		play.decide(wayTo(1)[0]!);
		play.goTo(2);
		play.takeBack();
		expect(play.place).toBe(0);
		expect(placesBack()).toEqual([OPENING]);
	});

	it('passes over pages that are gone after a moment is tried again', () => {
		const { play, placesBack } = sitting(wayToTheEnd);
		play.goOn();
		play.rewindTo(4);
		const from = play.place;
		play.decide(wayToTheEnd[4]!);
		expectEarlierEachTime(play.place, placesBack());
		expect(from).toBeGreaterThan(0);
	});

	it('passes over pages that are gone after a skip', () => {
		const { play, placesBack } = sitting(wayTo(2));
		play.goOn();
		while (play.pages[play.place]?.kind !== 'note') play.goTo(play.place + 1);
		play.skip(play.pages[play.place]!.visit);
		expect(play.pages[play.place]?.kind).toBe('skipped');
		expectEarlierEachTime(play.place, placesBack());
	});

	it('shows no page again that the learner had turned back from', () => {
		const { play, placesBack } = sitting();
		play.goTo(0);
		play.decide(wayTo(1)[0]!);
		play.goTo(play.place + 1);
		play.goTo(play.place - 1);
		expectEarlierEachTime(play.place, placesBack());
	});

	it('leads out of the script to where it was opened, and to it again from what followed', () => {
		const { play, browser } = sitting(wayTo(1));
		play.goOn();
		const from = play.place;
		play.goTo(SCRIPT);
		browser.back();
		expect(play.place).toBe(from);
		play.goTo(SCRIPT);
		play.takeScript();
		browser.back();
		expect(play.place).toBe(SCRIPT);
	});

	it('leaves Forward as it is', () => {
		const { play, browser } = sitting();
		play.goTo(0);
		play.decide(wayTo(1)[0]!);
		browser.back();
		browser.forward();
		expect(play.place).toBe(1);
	});
});
