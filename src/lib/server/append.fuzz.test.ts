import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryModule, arbitraryPicks, playedBy } from '../../../tests/support/arbitrary-module.ts';
import { newPerson } from '../../../tests/support/people.ts';
import { sampleCourse } from '../../../tests/support/sample-course.ts';
import { testApp } from '../../../tests/support/test-app.ts';
import type { Entry } from '#lib/scenario/module.ts';
import { replay } from '#lib/scenario/replay.ts';
import { wayInForce } from '#lib/scenario/way.ts';
import { answerDecisions } from './answer-decisions.ts';
import { openAttempt, readAttempt } from './attempts.ts';

const wild = fc.oneof(
	fc.json(),
	fc.string(),
	fc.constantFrom(
		'__proto__',
		'constructor',
		'xstate.init',
		'xstate.done.state.only',
		'choose.a',
		'next',
		'respond',
		's0',
		'a'
	)
);
const wildNumber = fc.oneof(fc.integer({ min: -2, max: 12 }), fc.double(), fc.constantFrom(1e300, -0, '1', null));
const wildEntry = fc.oneof(
	fc.record({ scene: wild, choice: wild }),
	fc.record({ scene: wild, response: fc.dictionary(wild, wild) }),
	fc.record({ rewind: wildNumber }),
	fc.object()
);

it('takes any post whatever without breaking, and keeps only logs that play', async () => {
	await fc.assert(
		fc.asyncProperty(
			arbitraryModule,
			arbitraryPicks,
			fc.array(
				fc.record({
					at: wildNumber,
					from: fc.nat(8),
					count: fc.nat(4),
					extra: fc.array(wildEntry, { maxLength: 2 }),
					raw: fc.option(wild)
				}),
				{ maxLength: 12 }
			),
			async (module, picks, posts) => {
				const app = await testApp({ courses: [sampleCourse([module])] });
				const { owner } = await newPerson(app, 'ana');
				const { id } = (await openAttempt(app, owner, 'sample-course', module.id))!;
				const way: Entry[] = playedBy(module, picks);
				// A third of the posts are legal ones, so that there is something to break.
				const bodies = posts.flatMap(({ at, from, count, extra, raw }) => [
					JSON.stringify({ sequence: 0, revision: module.revision, entries: way.slice(0, count) }),
					JSON.stringify({
						sequence: at,
						revision: module.revision,
						entries: [...way.slice(from, from + count), ...extra]
					}),
					...(raw === null ? [] : [raw])
				]);
				const statuses = await Promise.all(
					bodies.map(async (body) => (await answerDecisions(app, owner, id, body)).status)
				);
				for (const status of statuses) expect([200, 400, 409, 413, 422]).toContain(status);
				const entries = (await readAttempt(app, owner, id))!.entries;
				const replayed = replay(module, entries);
				expect([replayed.skipped, replayed.held]).toEqual([[], []]);
				expect(replayed.way).toEqual(wayInForce(entries));
				expect(app.errors).toEqual([]);
			}
		),
		{ numRuns: 60 }
	);
}, 60_000);
