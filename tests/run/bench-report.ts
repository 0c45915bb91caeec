import { z } from 'zod';

const MARK = '@measured ';

const measured = z.object({
	what: z.string(),
	value: z.number(),
	unit: z.string(),
	aim: z.union([z.object({ atMost: z.number() }), z.object({ atLeast: z.number() })]).optional()
});

/**
 * One figure that a benchmark measured: what, in words; value in `unit`; and what we aim for, where we aim.
 * For example `{ what: 'replay of 1,000 decisions', value: 17.2, unit: 'ms', aim: { atMost: 30 } }`.
 */
export type Measured = z.infer<typeof measured>;

/** Called by a benchmark for each figure: it becomes a row in the table that `npm run bench` ends with. */
export function reportMeasured(figure: Measured): void {
	console.log(`${MARK}${JSON.stringify(figure)}`);
}

/** The figures in what a benchmark printed, and its other lines. Lines that are marked but not whole stay as they are. */
export function parseMeasured(output: string): { figures: Measured[]; rest: string[] } {
	const figures: Measured[] = [];
	const rest: string[] = [];
	for (const line of output.split('\n')) {
		const figure = line.startsWith(MARK) ? parseFigure(line.slice(MARK.length)) : undefined;
		if (figure) figures.push(figure);
		else rest.push(line);
	}
	return { figures, rest };
}

/** The table, one row a figure, ready to print. */
export function toTable(figures: Measured[]): string {
	const rows = [
		['measured', 'value', 'aim', ''],
		...figures.map(({ what, value, unit, aim }) => [what, `${round(value)} ${unit}`, ...aimCells(value, unit, aim)])
	];
	const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows
		.map(([what = '', value = '', aim = '', met = '']) =>
			`${what.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${aim.padEnd(widths[2] ?? 0)}  ${met}`.trimEnd()
		)
		.join('\n');
}

function aimCells(value: number, unit: string, aim: Measured['aim']): string[] {
	if (!aim) return ['', ''];
	if ('atMost' in aim) return [`≤ ${round(aim.atMost)} ${unit}`, value <= aim.atMost ? 'met' : 'MISSED'];
	return [`≥ ${round(aim.atLeast)} ${unit}`, value >= aim.atLeast ? 'met' : 'MISSED'];
}

function round(value: number): string {
	return value.toLocaleString('en', { maximumSignificantDigits: value >= 1000 ? 6 : 3 });
}

function parseFigure(text: string): Measured | undefined {
	try {
		return measured.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined; // not whole
	}
}
