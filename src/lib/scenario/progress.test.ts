import { describe, expect, it } from 'vitest';
import { compiledSample } from '../../../tests/player/harness/compiled.ts';
import { partOf, progressOf } from './progress.ts';

const module = compiledSample();

describe('progressOf', () => {
	it('has come nowhere before the story, and everywhere at its end', () => {
		expect(progressOf(module, { in: null })).toEqual([0, 0]);
		expect(progressOf(module, 'ended')).toEqual([1, 1]);
	});
	it('fills a part when its last chapter closes', () => {
		expect(progressOf(module, { in: 'thursday' })).toEqual([0.5, 0]);
		expect(progressOf(module, { after: 'thursday' })).toEqual([1, 0]);
		expect(progressOf(module, { in: 'friday' })).toEqual([1, 0.5]);
	});
});

it('partOf knows the part of a chapter, and none before the story', () => {
	expect(partOf(module, 'friday')).toBe(2);
	expect(partOf(module, null)).toBeNull();
});
