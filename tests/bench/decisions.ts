// Durable decisions over HTTP: 50 learners as fast as they are answered, on this disk and on one whose commits take 2 ms
// longer; then one learner who thinks between decisions, for the time the server itself takes. The load runs in its own
// process; both it and the server share this machine.
import { execFile } from 'node:child_process';
import { closeSync, fdatasyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { reportMeasured } from '../run/bench-report.ts';
import type { LoadReport } from '../server/load-plan.ts';
import { startDecisionServer } from '../server/start-decision-server.ts';

const run = promisify(execFile);
// Beside the site's own data: the system's temporary folder may be memory, where an fsync costs nothing.
const data = join(import.meta.dirname, '../../.alongside');
mkdirSync(data, { recursive: true });
const folder = mkdtempSync(join(data, 'bench-'));

/** One load on a fresh database: what the learners saw, and the server's own times in milliseconds, in order. */
async function load(options: {
	name: string;
	learners: number;
	seconds: number;
	pauseMs?: number;
	commitMs?: number;
}): Promise<{ report: LoadReport; times: number[] }> {
	const { name, learners, seconds, pauseMs = 0, commitMs = 0 } = options;
	const { child, plan, ended } = await startDecisionServer({ file: join(folder, `${name}.db`), learners, commitMs });
	const script = join(import.meta.dirname, '../server/load.ts');
	const { stdout } = await run(process.execPath, [script, JSON.stringify(plan), String(seconds), String(pauseMs)]);
	const answer = await fetch(`http://127.0.0.1:${plan.port}/times`);
	const times = (await answer.json()) as number[];
	child.kill('SIGTERM');
	await ended;
	const report = JSON.parse(stdout) as LoadReport;
	if (Object.keys(report.refused).length > 0) throw new Error(`Refused: ${JSON.stringify(report.refused)}`);
	return { report, times };
}

function median(values: number[]): number {
	const sorted = [...values].sort((left, right) => left - right);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function fsyncMs(): number {
	const file = openSync(join(folder, 'fsync'), 'w');
	const page = Buffer.alloc(4096);
	const times = Array.from({ length: 200 }, () => {
		writeSync(file, page);
		const from = performance.now();
		fdatasyncSync(file);
		return performance.now() - from;
	});
	closeSync(file);
	return median(times);
}

try {
	reportMeasured({ what: 'one fsync of 4 kB, median', value: fsyncMs(), unit: 'ms' });
	const idle = await load({ name: 'idle', learners: 1, seconds: 6, pauseMs: 5 });
	reportMeasured({
		what: 'one decision on an idle server, median',
		// The first half is Node compiling.
		value: median(idle.times.slice(idle.times.length / 2)),
		unit: 'ms',
		aim: { atMost: 0.7 }
	});
	await load({ name: 'warm', learners: 50, seconds: 1 });
	const { report } = await load({ name: 'busy', learners: 50, seconds: 8 });
	const perSecond = ({ acknowledged, seconds }: LoadReport) => acknowledged / seconds;
	reportMeasured({
		what: 'durable decisions, 50 learners',
		value: perSecond(report),
		unit: '/s',
		aim: { atLeast: 5_000 }
	});
	reportMeasured({ what: 'a decision among 50 learners, p50', value: report.p50Ms, unit: 'ms' });
	reportMeasured({ what: 'a decision among 50 learners, p99', value: report.p99Ms, unit: 'ms', aim: { atMost: 30 } });
	const slow = await load({ name: 'slow', learners: 50, seconds: 8, commitMs: 2 });
	reportMeasured({
		what: 'durable decisions, each commit 2 ms longer',
		value: perSecond(slow.report),
		unit: '/s',
		aim: { atLeast: 3_000 }
	});
	reportMeasured({ what: 'a decision with commits 2 ms longer, p99', value: slow.report.p99Ms, unit: 'ms' });
} finally {
	rmSync(folder, { recursive: true, force: true });
}
