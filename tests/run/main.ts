import { addCounts } from './counts.ts';
import { runStep, stopSteps } from './run-step.ts';
import type { Outcome, Step } from './step.ts';
import { PREPARE, listSteps } from './steps.ts';

const AT_A_TIME = 2;

const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
const named = args.filter((arg) => !arg.startsWith('-'));
const known = listSteps({ isQuick });
const outcomes: Outcome[] = [];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => {
		stopSteps();
		outcomes.push({ name: `stopped by ${signal}`, passed: 0, failed: 1, skipped: 0, seconds: 0, output: '' });
		finish();
		process.exit();
	});
}

const unknown = named.filter((name) => !known.some((step) => step.name === name));
if (unknown.length > 0) {
	console.log(`There is no step "${unknown.join('", "')}". There are: ${known.map((step) => step.name).join(', ')}.`);
	outcomes.push({ name: 'arguments', passed: 0, failed: 1, skipped: 0, seconds: 0, output: '' });
	finish();
} else {
	const steps = known.filter((step) => (named.length > 0 ? named.includes(step.name) : !(isQuick && step.isSlow)));
	await runAndTell(PREPARE);
	await runSome(steps.filter((step) => !step.isLive));
	for (const step of steps.filter((one) => one.isLive)) await runAndTell(step);
	finish();
}

/** A few at a time, in the order given. */
async function runSome(steps: Step[]): Promise<void> {
	const waiting = [...steps];
	const lane = async () => {
		for (let step = waiting.shift(); step; step = waiting.shift()) await runAndTell(step);
	};
	await Promise.all(Array.from({ length: AT_A_TIME }, lane));
}

async function runAndTell(step: Step): Promise<void> {
	if (step.isLive) console.log(`\n── ${step.name} ──`);
	const outcome = await runStep(step);
	outcomes.push(outcome);
	const tests = step.counts ? ` (${outcome.passed} passed, ${outcome.failed} failed)` : '';
	const word = outcome.failed > 0 ? 'FAILED' : 'ok    ';
	if (outcome.failed > 0 && !step.isLive) console.log(`\n── ${step.name} ──\n${outcome.output.trim()}`);
	console.log(`${word} ${step.name.padEnd(8)} ${outcome.seconds.toFixed(1).padStart(6)} s${tests}`);
}

/** The last line is the sum over all steps and tests, and the exit code says whether any failed. */
function finish(): void {
	const { passed, failed, skipped } = addCounts(outcomes);
	const failing = outcomes.filter((outcome) => outcome.failed > 0).map((outcome) => outcome.name);
	if (skipped > 0) console.log(`\n${skipped} left out by the tests themselves.`);
	if (failing.length > 0) console.log(`\nFailed: ${failing.join(', ')}. Their output is above.`);
	console.log(`\n${passed} passed, ${failed} failed`);
	process.exitCode = failed > 0 ? 1 : 0;
}
