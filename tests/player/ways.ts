import type { Decision } from '#lib/scenario/module.ts';

/** One way through the sample module, decision by decision, to an ending. */
export const wayToTheEnd: Decision[] = [
	{ scene: 'wall-screen', choice: 'ask' },
	{ scene: 'map-the-work', response: { review: 'peer', lifts: 'shared', tablets: 'shared' } },
	{ scene: 'the-joke', choice: 'wipe-it' },
	{ scene: 'what-applies', response: { walkins: 'yes', nothing: 'no', phone: 'no' } },
	{ scene: 'the-note', response: { refused: 'chose', attention: 'keep', peer: 'keep' } },
	{ scene: 'monday', choice: 'together' }
];

/** The first decisions of that way. */
export function wayTo(decisions: number): Decision[] {
	return wayToTheEnd.slice(0, decisions);
}
