import { describe, expect, it } from 'vitest';
import { gradebookOf } from './gradebook.ts';

describe('what an LMS of SCORM 1.2 shows', () => {
	it('is nothing before the first launch', () => {
		expect(gradebookOf('scorm12', {})).toEqual({ statuses: [], score: null, resumesAt: null, readableChoices: 0 });
	});

	it('is one status, the raw score, and the scene to go on at', () => {
		const stored = {
			'cmi.core.lesson_status': 'passed',
			'cmi.core.score.raw': '84.5',
			'cmi.core.lesson_location': 'white-square',
			'cmi.suspend_data': 'ab.cd'
		};
		expect(gradebookOf('scorm12', stored)).toMatchObject({
			statuses: ['passed'],
			score: 84.5,
			resumesAt: 'white-square'
		});
	});

	it('goes on nowhere where the data was erased, whatever the place says', () => {
		const stored = { 'cmi.core.lesson_location': 'white-square', 'cmi.suspend_data': '' };
		expect(gradebookOf('scorm12', stored).resumesAt).toBeNull();
	});

	it('has no score where none was sent, and a score of 0 where 0 was', () => {
		expect(gradebookOf('scorm12', { 'cmi.core.score.raw': '' }).score).toBeNull();
		expect(gradebookOf('scorm12', { 'cmi.core.score.raw': 'n/a' }).score).toBeNull();
		expect(gradebookOf('scorm12', { 'cmi.core.score.raw': '0' }).score).toBe(0);
	});

	it('counts each choice once', () => {
		const stored = {
			'cmi.interactions.0.id': 'a',
			'cmi.interactions.0.type': 'choice',
			'cmi.interactions.11.id': 'b'
		};
		expect(gradebookOf('scorm12', stored).readableChoices).toBe(2);
	});
});

describe('what an LMS of SCORM 2004 shows', () => {
	const finished = {
		'cmi.completion_status': 'completed',
		'cmi.success_status': 'passed',
		'cmi.score.raw': '84',
		'cmi.location': 'white-square',
		'cmi.suspend_data': 'ab.cd'
	};

	it('is completion and success apart', () => {
		expect(gradebookOf('scorm2004', finished)).toMatchObject({ statuses: ['completed', 'passed'], score: 84 });
	});

	it('leaves out what is not known', () => {
		const stored = { 'cmi.completion_status': 'incomplete', 'cmi.success_status': 'unknown' };
		expect(gradebookOf('scorm2004', stored).statuses).toEqual(['incomplete']);
	});

	it('gives data back only after a sitting that was suspended', () => {
		expect(gradebookOf('scorm2004', { ...finished, 'cmi.exit': 'suspend' }).resumesAt).toBe('white-square');
		expect(gradebookOf('scorm2004', { ...finished, 'cmi.exit': 'normal' }).resumesAt).toBeNull();
	});
});
