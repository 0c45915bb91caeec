import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModuleFile } from '#lib/course/module-schema.ts';
import { arbitraryModule, arbitraryPicks, playedBy } from '../../../tests/support/arbitrary-module.ts';
import { compileSample } from '../../../tests/support/compile-sample.ts';
import { sampleFile } from '../../../tests/support/sample-file.ts';
import { decodeLog, encodeLog } from './codec.ts';
import { extendLog, sameEntry } from './log.ts';
import type { Decision, Entry, PlayModule } from './module.ts';
import { replay } from './replay.ts';
import { wayInForce } from './way.ts';

const before = compileSample(sampleFile());
const way = before.script;

/** The sample with its scenes edited; `scenes` are those of both chapters. */
function edited(change: (monday: Scenes, tuesday: Scenes, file: ModuleFile) => void): PlayModule {
	const file = sampleFile();
	change(file.chapters[0]!.scenes, file.chapters[1]!.scenes, file);
	return compileSample(file);
}
type Scenes = ModuleFile['chapters'][number]['scenes'];

describe('resume after an edit', () => {
	it('asks a decision inserted before, then goes on with what was held', () => {
		const after = edited((monday) => {
			monday.fresh = { title: 'Fresh', text: 'New.', choices: { yes: { say: 'Yes.', to: 'sorting' } } };
			monday.crossroads = { route: [{ to: 'fresh' }] };
		});
		const landed = replay(after, way);
		expect({ at: landed.at, held: landed.held.length }).toEqual({ at: 'fresh', held: 3 });
		const extended = extendLog(after, way, { scene: 'fresh', choice: 'yes' });
		if (!extended.ok) throw new Error(extended.reason);
		expect(extended.append[0]).toEqual({ rewind: 1 });
		expect(replay(after, [...way, ...extended.append])).toMatchObject({ ended: 'good', held: [] });
	});

	it('drops what was held when it does not follow the inserted decision', () => {
		const after = edited((monday) => {
			monday.fresh = {
				title: 'Fresh',
				text: 'New.',
				choices: { on: { say: 'On.', to: 'sorting' }, off: { say: 'Off.', to: 'repair' } }
			};
			monday.crossroads = { route: [{ to: 'fresh' }] };
		});
		const extended = extendLog(after, way, { scene: 'fresh', choice: 'off' });
		expect(extended).toEqual({ ok: true, append: [{ rewind: 1 }, { scene: 'fresh', choice: 'off' }] });
	});

	it('walks a passage inserted before without asking anything', () => {
		const after = edited((monday) => {
			monday.fresh = { title: 'Fresh', text: 'New.', next: 'sorting' };
			monday.crossroads = { route: [{ to: 'fresh' }] };
		});
		expect(replay(after, way)).toMatchObject({ ended: 'good', held: [], skipped: [] });
	});

	it('lands at the decision whose choice was removed', () => {
		const after = edited((monday) => {
			delete monday.first?.choices?.ask;
			monday.first!.choices!.other = { say: 'Other.', to: 'crossroads' };
		});
		const landed = replay(after, way);
		expect(landed).toMatchObject({ at: 'first', skipped: [{ scene: 'first', choice: 'ask' }] });
		expect(landed.held).toHaveLength(3);
	});

	it('goes on past a visited scene that was removed', () => {
		const after = edited((monday) => {
			delete monday.sorting;
			monday.crossroads = { route: [{ to: 'flagged' }] };
			monday.repair!.choices!.sorry!.to = 'flagged';
			monday.pause!.next = 'flagged';
		});
		expect(replay(after, way)).toMatchObject({ ended: 'good', skipped: [{ scene: 'sorting' }], held: [] });
	});

	it('lands where the story now leads when the current scene was removed', () => {
		const after = edited((monday) => {
			delete monday.answered;
			monday.first!.choices!.ask!.to = 'sorting';
		});
		expect(replay(after, way.slice(0, 1))).toMatchObject({ at: 'sorting', place: 'sorting' });
	});

	it('stays in place when scenes are reordered in the file', () => {
		const after = edited((monday, _tuesday, file) => {
			file.chapters[0]!.scenes = Object.fromEntries(Object.entries(monday).reverse());
		});
		expect(replay(after, way.slice(0, 2))).toMatchObject({ at: 'flagged', held: [], skipped: [] });
	});

	it('does the same from suspend data, and says that the module was changed', () => {
		const after = edited((monday) => {
			delete monday.sorting;
			monday.crossroads = { route: [{ to: 'flagged' }] };
			monday.repair!.choices!.sorry!.to = 'flagged';
			monday.pause!.next = 'flagged';
		});
		const decoded = decodeLog(after, encodeLog(before, way));
		expect(decoded.notice).toBe('changed');
		expect(replay(after, decoded.way)).toMatchObject({ ended: 'good', held: [] });
	});

	it('never throws, whatever module a log comes from', () => {
		fc.assert(
			fc.property(arbitraryModule, arbitraryModule, arbitraryPicks, (from, to, picks) => {
				const landed = replay(to, playedBy(from, picks));
				expect(to.scenes[landed.at]).toBeDefined();
				const decoded = decodeLog({ ...to, id: from.id }, encodeLog(from, playedBy(from, picks)));
				expect(() => replay(to, decoded.way)).not.toThrow();
			})
		);
	});
});

describe('the log', () => {
	it('replays to where playing got, for any legal log', () => {
		fc.assert(
			fc.property(arbitraryModule, arbitraryPicks, (random, picks) => {
				const played = playedBy(random, picks);
				expect(replay(random, played)).toMatchObject({ way: played, held: [], skipped: [] });
			})
		);
	});

	it('cuts the way back at each rewind', () => {
		const log: Entry[] = [way[0]!, way[1]!, { rewind: 1 }, way[1]!, way[2]!, { rewind: 0 }, way[0]!];
		expect(wayInForce(log)).toEqual([way[0]]);
	});

	it.each([-1, 2, 3, 0.5, NaN])('refuses a rewind to %d of two decisions', (rewind) => {
		expect(extendLog(before, way.slice(0, 2), { rewind })).toEqual({ ok: false, reason: 'bad-rewind', at: 'flagged' });
	});

	it('accepts a rewind after the ending, and a decision there only after it', () => {
		const refused = extendLog(before, way, { scene: 'first', choice: 'tell' });
		expect(refused).toEqual({ ok: false, reason: 'ended', at: 'good' });
		expect(extendLog(before, way, { rewind: 0 })).toEqual({ ok: true, append: [{ rewind: 0 }] });
		expect(extendLog(before, [...way, { rewind: 0 }], { scene: 'first', choice: 'tell' })).toMatchObject({ ok: true });
	});

	it('knows the same entry whatever the order of its items', () => {
		const one: Decision = { scene: 'sorting', response: { a: 'x', b: 'y' } };
		const other: Decision = { scene: 'sorting', response: { b: 'y', a: 'x' } };
		expect(sameEntry(one, other)).toBe(true);
		expect(sameEntry(one, { scene: 'sorting', response: { a: 'x', b: 'x' } })).toBe(false);
		expect(sameEntry(one, { rewind: 0 })).toBe(false);
	});
});
