import { describe, expect, it } from 'vitest';
import { recordedSentences, type Recording } from './recorded.ts';

const usual: Recording = {
	organisation: 'Linnet House',
	place: 'lms',
	mode: 'normal',
	isForCredit: true,
	learnerKnown: true,
	isWaiting: false,
	passingScaled: null,
	interactions: false
};
const said = (change: Partial<Recording> = {}) => recordedSentences({ ...usual, ...change }).join(' ');

describe('what the first screen says is recorded', () => {
	it('names finishing, time and coded choices, and no score', () => {
		expect(said()).toMatch(/you finished, when, and how long/);
		expect(said()).toMatch(/coded form/);
		expect(said()).not.toMatch(/score|each choice you make/);
	});

	it('names the score and the interactions where the organisation asked for them', () => {
		expect(said({ passingScaled: 0.6 })).toMatch(/Linnet House has set a passing score.*best score/);
		expect(said({ interactions: true })).toMatch(/each choice you make/);
	});

	it('claims no finish where the LMS gives no credit', () => {
		expect(said({ isForCredit: false })).toMatch(/without credit.*coded form/);
		expect(said({ isForCredit: false })).not.toMatch(/records that you finished/);
	});

	it('begins every sentence with a capital where the organisation has given no name', () => {
		const unnamed = { ...usual, organisation: 'your organisation', passingScaled: 0.6, interactions: true };
		for (const sentence of recordedSentences(unnamed)) expect(sentence).toMatch(/^[A-Z]/);
	});

	it('says how long the copy on the device lasts: 30 days for a known learner, else this tab', () => {
		expect(said()).toMatch(/up to 30 days/);
		expect(said({ learnerKnown: false })).toMatch(/until you close this tab/);
	});

	it('tells of a record store what it is sent: when, how far, and in review that it was opened', () => {
		expect(said({ place: 'lrs' })).toMatch(/when you opened this, how far you came, that you finished/);
		expect(said({ place: 'lrs' })).not.toMatch(/score|each choice/);
		expect(said({ place: 'lrs', interactions: true })).toMatch(/each choice you make and when/);
		expect(said({ place: 'lrs', passingScaled: 0.5 })).toMatch(/whether you passed and with what score/);
		expect(said({ place: 'lrs', mode: 'review' })).toMatch(
			/records that you opened it, and for how long; nothing you do/
		);
		expect(said({ place: 'lrs', isWaiting: true })).toMatch(/cannot be reached from here just now/);
	});

	it('claims nothing where nothing is recorded', () => {
		for (const change of [{ place: 'none' }, { mode: 'review' }, { mode: 'browse' }] as const)
			expect(said(change)).toMatch(/[Nn]othing (you do )?is recorded/);
	});
});
