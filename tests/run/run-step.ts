import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCounts, settleCounts } from './counts.ts';
import type { Outcome, Step } from './step.ts';

const running = new Set<number>();

/**
 * Runs a step to its end, or to the end of its time, and counts what it did. Never throws: a runner that crashes,
 * hangs or cannot start has failed.
 */
export async function runStep(step: Step): Promise<Outcome> {
	const started = Date.now();
	const folder = mkdtempSync(join(tmpdir(), 'alongside-run-'));
	const report = join(folder, 'report.json');
	const { code, output } = await run(step, report);
	const counts = step.counts && parseCounts(step.counts, readIfThere(report));
	rmSync(folder, { recursive: true, force: true });
	return {
		...settleCounts(counts, { isRunner: step.counts !== undefined, code }),
		name: step.name,
		seconds: (Date.now() - started) / 1000,
		output
	};
}

/** Ends every step that still runs, with all that it started. */
export function stopSteps(): void {
	for (const pid of running) stopGroup(pid);
}

function run(step: Step, report: string): Promise<{ code: number; output: string }> {
	return new Promise((done) => {
		const reporting = step.counts === 'vitest' ? [`--outputFile.json=${report}`] : [];
		const env = {
			...process.env,
			...step.env,
			// Unset where colour helps nobody: in a log, and in what is kept to be shown later.
			...(step.isLive && process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }),
			PLAYWRIGHT_JSON_OUTPUT_FILE: report,
			ALONGSIDE_PREPARED: '1'
		};
		// A process group of its own, so that a browser or server it started ends with it.
		const child = spawn(process.execPath, [...step.args, ...reporting], {
			env,
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe']
		});
		const { pid } = child;
		if (pid !== undefined) running.add(pid);
		let output = '';
		const keep = (text: Buffer) => {
			output += text.toString();
			if (step.isLive) process.stdout.write(text);
		};
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		const timer = setTimeout(() => {
			keep(Buffer.from(`\nStopped: "${step.name}" was not done after ${step.minutes} minutes.\n`));
			if (pid !== undefined) stopGroup(pid);
		}, step.minutes * 60_000);
		const end = (code: number) => {
			clearTimeout(timer);
			if (pid !== undefined) running.delete(pid);
			done({ code, output });
		};
		child.on('error', (error) => {
			keep(Buffer.from(`${error.message}\n`));
			end(127);
		});
		child.on('close', (code, signal) => {
			if (signal) keep(Buffer.from(`\n"${step.name}" was ended by ${signal}.\n`));
			end(code ?? 1);
		});
	});
}

function stopGroup(pid: number): void {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// It has ended by itself in the meantime.
	}
}

function readIfThere(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return undefined; // the runner died before it wrote it
	}
}
