import { describe, expect, it } from 'vitest';
import { isActivity, type Activity } from '#lib/scenario/activity.ts';
import { compiledSample } from '../../../tests/player/harness/compiled.ts';
import { feedbackOf } from './feedback.ts';

function activity(id: string): Activity {
	const scene = compiledSample().scenes[id];
	if (!isActivity(scene)) throw new Error(`${id} is no activity of the sample`);
	return scene;
}

describe('feedbackOf', () => {
	it('tells for a sort where it went, and where it goes only if that differs', () => {
		const told = feedbackOf(activity('map-the-work'), { review: 'shared', lifts: 'shared', tablets: 'other' });
		expect(told.map(({ yours, fits }) => [yours, fits])).toEqual([
			['Shared', ['Peer role']],
			['Shared', []],
			['Not the peer role', []]
		]);
	});
	it('tells for a selection what was chosen and what applies', () => {
		const told = feedbackOf(activity('what-applies'), { walkins: 'no', nothing: 'yes', phone: 'yes' });
		expect(told.map(({ yours, fits }) => [yours, fits])).toEqual([
			[false, true],
			[true, false],
			[true, true]
		]);
	});
	it('gives for a document the reason of the wording taken, and others only where that one does not fit', () => {
		const told = feedbackOf(activity('the-note'), { refused: 'failed', attention: 'asked', peer: 'keep' });
		expect(told.map(({ yours, fits, because }) => [yours, fits, because])).toEqual([
			['failed to attend', ['chose not to come to'], 'It makes it an offence.'],
			['asking to talk to someone', [], 'It says what you saw.'],
			['peer worker', [], 'That is his role.']
		]);
	});
	it('turns the quotation marks of a wording into single ones, since it is quoted as a whole', () => {
		const note = activity('the-note');
		if (note.kind !== 'reword') throw new Error('the note is reworded');
		const [phrase = ''] = Object.keys(note.phrases);
		const quoting = {
			...note,
			phrases: { [phrase]: { ...note.phrases[phrase]!, text: '“refused”, as the sheet says' } }
		};
		expect(feedbackOf(quoting, { [phrase]: 'keep' })[0]?.yours).toBe('‘refused’, as the sheet says');
	});
});
