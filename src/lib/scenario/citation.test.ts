import { expect, it } from 'vitest';
import type { Claim, Evidence, Source } from '#lib/course/evidence-schema.ts';
import { citationsFor } from './citation.ts';

const works: Source[] = [
	{ id: 'review', title: 'A review', authors: ['A. One', 'B. Two', 'C. Three'], year: 2024, doi: '10.0000/review' },
	{ id: 'study', title: 'A study', authors: ['D. Four'], year: 2017, reviewed_in: 'review' }
];
const claim: Claim = {
	id: 'ask-first',
	statement: 'Asking first helps.',
	sources: [{ id: 'review', section: 'Results' }],
	via: ['study', 'nowhere'],
	theme: 'inclusion',
	audience: ['all'],
	strength: '4 of 16 studies',
	strength_level: 'limited'
};
const evidence: Evidence = {
	claims: new Map([[claim.id, claim]]),
	sources: new Map(works.map((work) => [work.id, work]))
};

it('names a study that is known only through a review together with that review', () => {
	expect(citationsFor(['ask-first'], evidence)['ask-first']).toEqual({
		strength: '4 of 16 studies',
		sources: [
			{ short: 'One and others (2024)', title: 'A review', where: 'Results', doi: '10.0000/review', via: null },
			{ short: 'Four (2017)', title: 'A study', where: null, doi: null, via: 'One and others (2024)' }
		]
	});
});

it('leaves out claims that nobody has entered', () => {
	expect(citationsFor(['made-up'], evidence)).toEqual({});
});
