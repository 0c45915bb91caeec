import { expect, it } from 'vitest';
import { memoryLms } from '#lib/lms/memory-lms.ts';
import { compileSample } from '../../tests/support/compile-sample.ts';
import { sampleFile } from '../../tests/support/sample-file.ts';
import type { PackagedModule } from '#lib/scenario/packaged-module.ts';
import { findPlace } from './find-place.ts';

it('opens for a learner whose id is cut in the middle of a character', async () => {
	const module = compileSample(sampleFile());
	const lms = memoryLms({});
	const api = {
		...lms,
		LMSGetValue: (element: string) => (element === 'cmi.core.student_id' ? 'ana\ud83d' : lms.LMSGetValue(element))
	};
	const packaged = { standard: 'scorm12', module, passingScaled: null, doneStatus: 'completed', interactions: false };
	const win = { API: api, location: { origin: 'https://lms.example' }, navigator: { onLine: true } };
	const open = await findPlace('scorm12');
	const opened = await open(packaged as PackagedModule, win as unknown as Window, () => {});
	await expect(opened?.tracker.open()).resolves.toBeNull();
	opened?.end();
});
