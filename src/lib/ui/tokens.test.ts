import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The custom properties of the first rule that follows `opening`. */
function tokensAfter(opening: string): Record<string, string> {
	const start = css.indexOf(opening);
	if (start < 0) throw new Error(`tokens.css has no rule that starts with ${opening}`);
	const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
	return Object.fromEntries([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((found) => [found[1], found[2]]));
}

function luminance(hex: string): number {
	const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
	const [red, green, blue] = channels.map((value) =>
		value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
	);
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
	const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
	return (light! + 0.05) / (dark! + 0.05);
}

const light = tokensAfter(':root {');
const dark = { ...light, ...tokensAfter(":root[data-theme='dark'] {") };
const darkBySystem = tokensAfter(':root:not([data-theme]) {');

describe.each([
	['light', light],
	['dark', dark]
])('the %s theme', (_, theme) => {
	it.each(['--ink', '--soft', '--accent', '--warm'])('gives %s text at least 7:1 on every ground', (name) => {
		for (const ground of ['--paper', '--sheet', '--wash'])
			expect(contrast(theme[name]!, theme[ground]!), `${name} on ${ground}`).toBeGreaterThanOrEqual(7);
	});
	it('gives the borders of controls and the focus ring at least 3:1', () => {
		for (const ground of ['--paper', '--sheet', '--wash'])
			for (const name of ['--edge', '--focus'])
				expect(contrast(theme[name]!, theme[ground]!), `${name} on ${ground}`).toBeGreaterThanOrEqual(3);
	});
	it('gives text on the accent at least 7:1', () => {
		expect(contrast(theme['--on-accent']!, theme['--accent']!)).toBeGreaterThanOrEqual(7);
	});
});

it('is equally dark by the reader’s choice and by the system’s', () => {
	expect(darkBySystem).toEqual(tokensAfter(":root[data-theme='dark'] {"));
});
