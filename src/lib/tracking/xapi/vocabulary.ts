/** The verbs that are sent, by their last word. Sources: cmi5 9.3; ADL's vocabulary. */
export type Verb =
	'initialized' | 'completed' | 'passed' | 'failed' | 'terminated' | 'suspended' | 'progressed' | 'responded';

/** The IRI of a verb. */
export function verbIri(verb: Verb): string {
	return `http://adlnet.gov/expapi/verbs/${verb}`;
}

/** Verbs whose statements cmi5 defines; all others are “cmi5 allowed”. */
export const cmi5Verbs: readonly Verb[] = ['initialized', 'completed', 'passed', 'failed', 'terminated'];

const cmi5 = 'https://w3id.org/xapi/cmi5';

/** IRIs that cmi5 gives to categories and extensions. Sources: cmi5 9.5.5.1, 9.6.2, 9.6.3. */
export const iris = {
	cmi5Category: `${cmi5}/context/categories/cmi5`,
	moveOnCategory: `${cmi5}/context/categories/moveon`,
	sessionId: `${cmi5}/context/extensions/sessionid`,
	masteryScore: `${cmi5}/context/extensions/masteryscore`,
	progress: `${cmi5}/result/extensions/progress`
} as const;
