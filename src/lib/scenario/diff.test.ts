import { describe, expect, it } from 'vitest';
import { compileSample } from '../../../tests/support/compile-sample.ts';
import { sampleFile } from '../../../tests/support/sample-file.ts';
import { diffModules } from './diff.ts';

const before = compileSample(sampleFile());

describe('diff', () => {
	it('finds nothing between a module and itself', () => {
		expect(diffModules(before, compileSample(sampleFile()))).toEqual({ changes: [], landings: [] });
	});

	it('names scenes, choices and activities that came, went or changed', () => {
		const file = sampleFile();
		const { first, sorting } = file.chapters[0]!.scenes;
		first!.choices!.tell!.say = 'Tell them off.';
		first!.choices!.wait = { say: 'Wait.', to: 'crossroads' };
		delete file.chapters[1]!.scenes.last!.choices!.thank;
		delete sorting!.sort!.items.pills;
		expect(diffModules(before, compileSample(file)).changes).toEqual([
			{ kind: 'choice-reworded', scene: 'first', choice: 'tell', from: 'Tell.', to: 'Tell them off.' },
			{ kind: 'choice-added', scene: 'first', choice: 'wait' },
			{ kind: 'activity-changed', scene: 'sorting' },
			{ kind: 'choice-removed', scene: 'last', choice: 'thank' }
		]);
	});

	it('says where learners in the middle will land', () => {
		const file = sampleFile();
		const monday = file.chapters[0]!.scenes;
		monday.fresh = { title: 'Fresh', text: 'New.', choices: { yes: { say: 'Yes.', to: 'sorting' } } };
		monday.crossroads = { route: [{ to: 'fresh' }] };
		const { landings } = diffModules(before, compileSample(file));
		expect(landings).toContainEqual({ from: 'flagged', to: 'answered', kept: 1, made: 2, held: 1, lost: 'sorting' });
	});

	it('tells of learners who came to a place by a choice that is gone, though others came another way', () => {
		const file = sampleFile();
		file.chapters[0]!.scenes.first!.choices!.nag = { say: 'Nag.', to: 'sorting' };
		const { landings } = diffModules(compileSample(file), before);
		expect(landings).toContainEqual({ from: 'flagged', to: 'arrive', kept: 0, made: 2, held: 1, lost: 'first/nag' });
	});
});
