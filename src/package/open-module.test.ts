import { expect, it } from 'vitest';
import { memoryLms } from '../../tests/package/memory-lms.ts';
import { compileSample } from '../../tests/support/compile-sample.ts';
import { sampleFile } from '../../tests/support/sample-file.ts';
import type { PackagedModule } from '#lib/scenario/packaged-module.ts';
import { openPlace } from './open-module.ts';

it('opens for a learner whose id is cut in the middle of a character', async () => {
	const module = compileSample(sampleFile());
	const lms = memoryLms({});
	const api = {
		...lms,
		LMSGetValue: (element: string) => (element === 'cmi.core.student_id' ? 'ana\ud83d' : lms.LMSGetValue(element))
	};
	const packaged = { module, passingScaled: null, doneStatus: 'completed', interactions: false };
	const win = { API: api, location: { origin: 'https://lms.example' }, navigator: { onLine: true } };
	const opened = openPlace(packaged as PackagedModule, win as unknown as Window, () => {});
	expect(() => encodeURIComponent(opened.learner)).not.toThrow();
	await expect(opened.tracker.open()).resolves.toBeNull();
	opened.end();
});
