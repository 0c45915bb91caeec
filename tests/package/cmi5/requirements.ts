/** Whom a requirement of cmi5 binds. `unused`: it says how to do something that our packages do not do. */
export type Binding = { binds: 'au' | 'package' | 'lms' | 'unused'; why: string; ids: readonly string[] };

const numbered = (section: string, ...numbers: number[]) => numbers.map((number) => `${section}-${number}`);

/**
 * Every requirement of `@cmi5/requirements` (CATAPULT's list, 1.0.0), and whom it binds. Those with a “(d)” say how an LMS
 * shows that it keeps the one they are named after: they bind the LMS, and are not listed.
 */
export const bindings: readonly Binding[] = [
	{ binds: 'au', why: 'identifiers', ids: ['3.0.0.0-1'] },
	{ binds: 'au', why: 'xAPI', ids: ['4.1.0.0-1'] },
	{ binds: 'au', why: 'whole sections', ids: numbered('7.0.0.0', 1, 2, 3, 4, 5) },
	{ binds: 'au', why: 'order', ids: ['7.1.1.0-1', '7.1.2.0-1', '7.1.3.0-1'] },
	{
		binds: 'au',
		why: 'launch parameters',
		ids: [
			'8.1.0.0-7',
			...numbered('8.1.1.0', 2, 3),
			...numbered('8.1.2.0', 3, 4, 5),
			...numbered('8.1.3.0', 2, 3),
			...numbered('8.1.4.0', 2, 3),
			...numbered('8.1.5.0', 5, 6)
		]
	},
	{ binds: 'au', why: 'token', ids: [...numbered('8.2.1.0', 2, 5), ...numbered('8.2.2.0', 4, 5)] },
	{ binds: 'au', why: 'statement ids', ids: ['9.1.0.0-1'] },
	{
		binds: 'au',
		why: 'verbs',
		ids: [
			...numbered('9.3.0.0', 1, 2, 3, 4, 5, 6, 7, 8),
			...numbered('9.3.2.0', 1, 2, 3),
			...numbered('9.3.3.0', 1, 2),
			...numbered('9.3.4.0', 1, 2, 3),
			...numbered('9.3.5.0', 1, 2),
			...numbered('9.3.8.0', 1, 2)
		]
	},
	{ binds: 'au', why: 'object', ids: numbered('9.4.0.0', 1, 2) },
	{
		binds: 'au',
		why: 'result',
		ids: [
			...numbered('9.5.1.0', 1, 2, 3),
			...numbered('9.5.2.0', 1, 2, 3),
			...numbered('9.5.3.0', 1, 2),
			...numbered('9.5.4.1', 1, 2, 3, 4)
		]
	},
	{
		binds: 'au',
		why: 'context',
		ids: [
			...['9.6.0.0-1', '9.6.1.0-1', '9.6.2.0-1', '9.6.2.1-1', '9.6.2.2-1', '9.6.2.2-2', '9.6.3.1-4', '9.6.3.2-2'],
			...numbered('10.2.1.0', 4, 5, 6, 7)
		]
	},
	{ binds: 'au', why: 'timestamps', ids: numbered('9.7.0.0', 1, 2) },
	{ binds: 'au', why: 'launch mode', ids: numbered('10.2.2.0', 1, 2, 3, 5, 6, 7, 8, 9, 10, 11) },
	{ binds: 'au', why: 'mastery score', ids: ['10.2.4.0-2'] },
	{ binds: 'au', why: 'leaving', ids: ['10.2.6.0-1'] },
	{ binds: 'au', why: 'preferences', ids: numbered('11.0.0.0', 1, 3, 4) },

	{ binds: 'package', why: 'course structure', ids: [...numbered('4.4.0.0', 1, 2), '13.2.0.0-1'] },
	{ binds: 'package', why: 'addresses', ids: ['8.1.0.0-6', '13.1.4.0-2', '14.1.0.0-3'] },
	{ binds: 'package', why: 'identifiers', ids: ['13.1.3.0-1', '13.1.4.0-1'] },
	{ binds: 'package', why: 'zip', ids: numbered('14.1.0.0', 1, 2) },

	{
		binds: 'unused',
		why: 'preferences are never written',
		ids: ['11.0.0.0-2', '11.0.0.0-5', '11.1.0.0-1', '11.1.0.0-2']
	},
	{ binds: 'unused', why: 'a package holds no sound', ids: ['11.2.0.0-1'] },
	{ binds: 'unused', why: 'no blocks', ids: ['13.1.2.0-1'] },
	{ binds: 'unused', why: 'no elements of our own', ids: numbered('13.1.5.0', 1, 2) },
	{ binds: 'unused', why: 'everything is in the zip', ids: ['14.1.0.0-4', '14.2.0.0-1'] },

	{ binds: 'lms', why: 'record store', ids: [...numbered('4.2.0.0', 1, 2), ...numbered('6.0.0.0', 1, 2, 3, 4, 5, 6)] },
	{
		binds: 'lms',
		why: 'import',
		ids: [...numbered('6.1.0.0', 1, 2, 3), '13.1.0.0-1', '13.1.4.0-3', '14.0.0.0-1']
	},
	{ binds: 'lms', why: 'state', ids: ['6.2.0.0-1', ...numbered('10.1.0.0', 1, 2, 3, 4, 5)] },
	{ binds: 'lms', why: 'voiding', ids: numbered('6.3.0.0', 1, 2) },
	{
		binds: 'lms',
		why: 'launch',
		ids: [
			...numbered('8.1.0.0', 1, 2, 3, 4, 5, 8),
			'8.1.1.0-1',
			...numbered('8.1.2.0', 1, 2),
			'8.1.3.0-1',
			'8.1.4.0-1',
			...numbered('8.1.5.0', 1, 2, 3, 4)
		]
	},
	{
		binds: 'lms',
		why: 'token',
		ids: [...numbered('8.2.1.0', 1, 3, 4, 6), ...numbered('8.2.2.0', 1, 2, 3), ...['8.2.3.0-1', '8.2.3.2-1']]
	},
	{ binds: 'lms', why: 'actor', ids: numbered('9.2.0.0', 1, 2, 3) },
	{
		binds: 'lms',
		why: 'its own verbs',
		ids: [
			...numbered('9.3.0.0', 9, 10, 11),
			...numbered('9.3.1.0', 1, 2),
			...numbered('9.3.6.0', 1, 2),
			...numbered('9.3.7.0', 1, 2, 3, 4),
			...numbered('9.3.9.0', 1, 2, 3, 4, 5, 6, 7, 8, 9),
			...numbered('9.5.4.2', 1, 2),
			'9.5.5.2-1'
		]
	},
	{ binds: 'lms', why: 'judging', ids: ['9.3.3.0-3', '9.3.4.0-4', ...numbered('9.3.8.0', 3, 4)] },
	{
		binds: 'lms',
		why: 'context it gives',
		ids: [
			...numbered('9.6.1.1', 2, 3),
			...numbered('9.6.2.3', 1, 2),
			...numbered('9.6.3.1', 1, 2, 3),
			...['9.6.3.2-1', '9.6.3.3-1', '9.6.3.4-1', '9.6.3.6-1', '9.6.3.7-1'],
			...numbered('10.2.1.0', 1, 2, 3)
		]
	},
	{
		binds: 'lms',
		why: 'launch data',
		ids: ['10.2.2.0-4', '10.2.3.0-1', '10.2.4.0-1', '10.2.5.0-1', '10.2.7.0-1', '10.2.7.1-1', '10.2.7.2-1']
	}
];
