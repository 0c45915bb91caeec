import type { Decision } from '#lib/scenario/module.ts';
import { replay } from '#lib/scenario/replay.ts';
import { reportMeasured } from '../run/bench-report.ts';
import { compileSample } from '../support/compile-sample.ts';
import { sampleFile } from '../support/sample-file.ts';

// A thousand decisions that go round: told, begun again. A passage stands in every round, as in a real module.
const module = compileSample(sampleFile());
const log = Array.from({ length: 500 }, (): Decision[] => [
	{ scene: 'first', choice: 'tell' },
	{ scene: 'repair', choice: 'back' }
]).flat();

const runs = Array.from({ length: 40 }, () => {
	const began = performance.now();
	const { way } = replay(module, log);
	if (way.length !== log.length) throw new Error(`Only ${way.length} of ${log.length} decisions were replayed`);
	return performance.now() - began;
});
const warm = runs.slice(10).sort((left, right) => left - right);

reportMeasured({
	what: 'replay of 1,000 decisions, warm, median of 30',
	value: warm[Math.floor(warm.length / 2)] ?? Number.NaN,
	unit: 'ms',
	aim: { atMost: 30 }
});
