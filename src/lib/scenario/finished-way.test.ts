import { describe, expect, it } from 'vitest';
import { compileSample } from '../../../tests/support/compile-sample.ts';
import { sampleFile } from '../../../tests/support/sample-file.ts';
import { finishedWay } from './finished-way.ts';

const module = compileSample(sampleFile());
const way = module.script;

describe('the finished way that was left', () => {
	it('is none before the first ending, nor at one', () => {
		expect(finishedWay(module, [])).toBeNull();
		expect(finishedWay(module, way.slice(0, 2))).toBeNull();
		expect(finishedWay(module, [...way.slice(0, 2), { rewind: 0 }])).toBeNull();
		expect(finishedWay(module, way)).toBeNull();
	});

	it('is what a rewind from the ending cut, and was only just left until the next decision', () => {
		const back = [...way, { rewind: 1 }];
		expect(finishedWay(module, back)).toEqual({ way, justLeft: true });
		expect(finishedWay(module, [...back, way[1]!])).toEqual({ way, justLeft: false });
	});

	it('is the one that ended last, whatever was tried since', () => {
		const log = [...way, { rewind: 2 }, ...way.slice(2), { rewind: 1 }, way[1]!, { rewind: 0 }];
		expect(finishedWay(module, log)).toEqual({ way, justLeft: false });
	});

	it('is none where an edit of the module has taken its ending away', () => {
		const other = compileSample(sampleFile());
		const [first, ...others] = way;
		expect(finishedWay(other, [...others, { rewind: 0 }, first!])).toBeNull();
	});
});
