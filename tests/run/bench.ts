import { existsSync, readdirSync } from 'node:fs';
import { parseMeasured, toTable, type Measured } from './bench-report.ts';
import { runStep } from './run-step.ts';

const FOLDER = 'tests/bench';

// Named ones only (`npm run bench -- export`), or all; one after another, so that none measures its neighbour.
const named = process.argv.slice(2);
const files = (existsSync(FOLDER) ? readdirSync(FOLDER) : [])
	.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
	.filter((file) => named.length === 0 || named.some((name) => file.includes(name)))
	.sort();

const figures: Measured[] = [];
const broken: string[] = [];
for (const file of files) {
	console.log(`── ${file} ──`);
	const outcome = await runStep({ name: file, args: [`${FOLDER}/${file}`], minutes: 20 });
	const { figures: found, rest } = parseMeasured(outcome.output);
	const text = rest.join('\n').trim();
	if (text) console.log(text);
	console.log(`${outcome.seconds.toFixed(1)} s`);
	figures.push(...found);
	if (outcome.failed > 0) broken.push(file);
}

console.log(
	files.length > 0 ? `\n${toTable(figures)}` : `No benchmark in ${FOLDER}${named.length > 0 ? ' is called so' : ''}.`
);
if (broken.length > 0) console.log(`\nDid not finish: ${broken.join(', ')}`);
process.exitCode = broken.length > 0 || files.length === 0 ? 1 : 0;
