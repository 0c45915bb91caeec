import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { standards } from '#lib/scenario/packaged-module.ts';
import { reportMeasured } from '../run/bench-report.ts';
import { ownCourse, packed } from '../package/packed.ts';

// From loaded course and built player to the bytes of the zips; the first run warms the font cutter up.
const course = await ownCourse();

/** Seconds for the course in all standards, one after the other. */
async function inAllStandards(): Promise<number> {
	const began = performance.now();
	for (const standard of standards) await packed(course, { standard });
	return (performance.now() - began) / 1000;
}

const first = await inAllStandards();
const rest: number[] = [];
for (let run = 0; run < 5; run += 1) rest.push(await inAllStandards());
rest.sort((left, right) => left - right);
const all = `export of the course in all ${standards.length} standards`;
reportMeasured({ what: `${all}, first`, value: first, unit: 's', aim: { atMost: 2 } });
reportMeasured({ what: `${all}, warm, median of 5`, value: rest[2] ?? Number.NaN, unit: 's', aim: { atMost: 2 } });

// Memory is flat when 50 more exports leave no more behind than one package weighs. What the process holds is a coarser
// measure: the system gives freed pages back when it likes, so the aim there is a few packages' worth.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes that are still held once everything nobody needs is gone. */
function held(): { heap: number; process: number } {
	collect();
	const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
	return { heap: (heapUsed + arrayBuffers) / 1e6, process: rss / 1e6 };
}

const before = held();
for (let run = 0; run < 50; run += 1) await packed(course, { standard: standards[run % standards.length]! });
const after = held();
reportMeasured({
	what: 'heap that 50 exports in a row leave behind',
	value: after.heap - before.heap,
	unit: 'MB',
	aim: { atMost: 1 }
});
reportMeasured({
	what: 'memory of the process that 50 exports in a row leave behind',
	value: after.process - before.process,
	unit: 'MB',
	aim: { atMost: 30 }
});
