import { expect, it } from 'vitest';
import { parseMeasured, toTable } from './bench-report.ts';

it('takes the figures out of what a benchmark printed and leaves the rest', () => {
	const output =
		'warming up\n@measured {"what":"export","value":0.4,"unit":"s","aim":{"atMost":1}}\n@measured {"what":"cut';
	expect(parseMeasured(output)).toEqual({
		figures: [{ what: 'export', value: 0.4, unit: 's', aim: { atMost: 1 } }],
		rest: ['warming up', '@measured {"what":"cut']
	});
});

it('says of each figure whether its aim is met', () => {
	const table = toTable([
		{ what: 'decisions', value: 6123.4, unit: '/s', aim: { atLeast: 5000 } },
		{ what: 'p99', value: 41.26, unit: 'ms', aim: { atMost: 30 } },
		{ what: 'one fsync', value: 0.5, unit: 'ms' }
	]);
	expect(table.split('\n')).toEqual([
		'measured        value  aim',
		'decisions  6,123.4 /s  ≥ 5,000 /s  met',
		'p99           41.3 ms  ≤ 30 ms     MISSED',
		'one fsync      0.5 ms'
	]);
});
