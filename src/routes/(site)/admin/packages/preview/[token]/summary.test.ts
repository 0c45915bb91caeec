import { describe, expect, it } from 'vitest';
import type { Gradebook } from '#lib/lms/gradebook.ts';
import { summaryOf } from './summary.ts';

const empty: Gradebook = { statuses: [], score: null, resumesAt: null, readableChoices: 0 };
const inEnglish = { scenes: { 'white-square': 'The white square' }, language: 'en' };

describe('the summary', () => {
	it('says status, score and the scene by its title', () => {
		const shown: Gradebook = {
			statuses: ['completed', 'passed'],
			score: 84,
			resumesAt: 'white-square',
			readableChoices: 0
		};
		expect(summaryOf(shown, inEnglish)).toBe(
			'After this run your LMS shows: completed, passed, 84 of 100; resume at “The white square”.'
		);
	});

	it('names no score where there is none, and a score of nothing where that is the score', () => {
		const shown: Gradebook = { ...empty, statuses: ['incomplete'], resumesAt: 'white-square' };
		expect(summaryOf(shown, inEnglish)).toBe(
			'After this run your LMS shows: incomplete; resume at “The white square”.'
		);
		expect(summaryOf({ ...shown, score: 0 }, inEnglish)).toContain('0 of 100');
	});

	it('says that no place was kept', () => {
		expect(summaryOf({ ...empty, statuses: ['completed'] }, inEnglish)).toBe(
			'After this run your LMS shows: completed. It has kept no place to resume at.'
		);
	});

	it('says that nothing was kept', () => {
		expect(summaryOf(empty, inEnglish)).toBe(
			'After this run your LMS shows: nothing, since it has kept nothing of what it was told.'
		);
	});

	it('counts choices that can be read', () => {
		const shown: Gradebook = { ...empty, statuses: ['incomplete'], readableChoices: 3 };
		expect(summaryOf(shown, inEnglish)).toContain('incomplete, 3 choices that can be read');
	});

	it('shows a place that is no scene as it stands', () => {
		const shown: Gradebook = { ...empty, statuses: ['incomplete'], resumesAt: 'toString' };
		expect(summaryOf(shown, inEnglish)).toContain('“toString”');
	});
});
