import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { LoadPlan } from './load-plan.ts';

/** A decision server in its own process. */
export type DecisionServer = { child: ChildProcess; plan: LoadPlan; ended: Promise<void> };

/**
 * Starts the decision server on a database file, with so many new learners.
 * @param options.commitMs added to each commit, to imitate a slow disk
 * @throws Error where it ends before it listens
 */
export async function startDecisionServer(options: {
	file: string;
	learners: number;
	commitMs?: number;
}): Promise<DecisionServer> {
	const { file, learners, commitMs = 0 } = options;
	const script = join(import.meta.dirname, 'decision-server.ts');
	const child = spawn(process.execPath, [script, file, String(learners), String(commitMs)], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const ended = new Promise<void>((done) => child.once('exit', () => done()));
	const endWithUs = () => child.kill('SIGKILL');
	process.once('exit', endWithUs);
	void ended.then(() => process.off('exit', endWithUs));
	const line = await new Promise<string>((resolve, reject) => {
		createInterface(child.stdout).once('line', resolve);
		void ended.then(() => reject(new Error('The decision server ended before it listened')));
	});
	return { child, plan: JSON.parse(line) as LoadPlan, ended };
}
