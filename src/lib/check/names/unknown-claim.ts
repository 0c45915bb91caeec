import type { Check, NamedModule } from '../check.ts';
import { unknownNames } from '../unknown-name.ts';

/** A debrief cites claims of the evidence map. */
export const unknownClaim: Check<NamedModule> = {
	code: 'unknown-claim',
	severity: 'error',
	find: (subject) => {
		const claims = [...subject.shared.evidence.claims.keys()];
		return unknownNames(subject, {
			kinds: ['claim'],
			word: 'claim',
			known: () => claims,
			otherwise: () => 'The claims are in courses/evidence/claims.yaml.'
		});
	}
};
