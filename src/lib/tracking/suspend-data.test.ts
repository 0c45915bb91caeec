import { expect, it } from 'vitest';
import { compileSample } from '../../../tests/support/compile-sample.ts';
import { sampleFile } from '../../../tests/support/sample-file.ts';
import { packAttempt, unpackAttempt } from './suspend-data.ts';

const module = compileSample(sampleFile());

it('notices a cut at any place', () => {
	const finished = { ending: 'good', completedAt: '2026-11-22T10:00:00Z' };
	for (const kept of [finished, null]) {
		const whole = packAttempt(module, { way: module.script, saves: 7, finished: kept });
		expect(unpackAttempt(module, whole).notice).toBeNull();
		for (let length = 1; length < whole.length; length += 1)
			expect(unpackAttempt(module, whole.slice(0, length)).notice, `cut to ${length}`).toBe('damaged');
	}
});

it('notices a character that was changed at any place', () => {
	const whole = packAttempt(module, {
		way: module.script,
		saves: 7,
		finished: { ending: 'good', completedAt: '2026-11-22T10:00:00Z' }
	});
	for (let at = 0; at < whole.length; at += 1)
		for (const other of ['A', 'z', ' ', '.']) {
			if (whole[at] === other) continue;
			const changed = whole.slice(0, at) + other + whole.slice(at + 1);
			expect(unpackAttempt(module, changed).notice, changed).not.toBeNull();
		}
});
