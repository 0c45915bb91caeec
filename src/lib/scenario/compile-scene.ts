import type { SceneFile } from '#lib/course/module-schema.ts';
import type { Compiling } from './compiling.ts';
import type { Debrief, Html, Reword, Scene } from './module.ts';
import { mapValues } from './map-values.ts';

/** Compiles one scene of a checked file; routes are not scenes one sees and live in the statechart alone. */
export function compileScene(id: string, chapter: string, file: SceneFile, compiling: Compiling): Scene {
	const { render } = compiling;
	const base = {
		id,
		chapter,
		title: render.plain(file.title ?? id),
		who: Object.entries(file.who ?? {}).map(([person, mood]) => ({ person, mood })),
		text: compiling.text(file.text),
		asides: file.asides ?? [],
		flag: file.flag ?? [],
		...(file.skip && { skip: { html: render.block(file.skip.text), ...(file.skip.as && { as: file.skip.as }) } }),
		...(file.debrief && { debrief: debriefOf(file, compiling) })
	};
	if (file.choices)
		return {
			...base,
			kind: 'decision',
			...(file.question && { question: render.plain(file.question) }),
			choices: mapValues(file.choices, (choice) => ({
				say: render.inline(choice.say),
				...(choice.when && { when: compiling.condition(choice.when) })
			}))
		};
	if (file.sort)
		return {
			...base,
			kind: 'sort',
			ask: render.plain(file.sort.ask),
			into: mapValues(file.sort.into, render.plain),
			items: mapValues(file.sort.items, (item) => ({
				text: render.plain(item.text),
				in: typeof item.in === 'string' ? [item.in] : item.in,
				...because(item.because, compiling)
			}))
		};
	if (file.select)
		return {
			...base,
			kind: 'select',
			ask: render.plain(file.select.ask),
			options: mapValues(file.select.options, (option) => ({
				text: render.plain(option.text),
				applies: option.applies,
				...because(option.because, compiling)
			}))
		};
	if (file.reword) return { ...base, kind: 'reword', ...rewordOf(file.reword, compiling) };
	if (file.rate)
		return {
			...base,
			kind: 'rate',
			ask: render.plain(file.rate.ask),
			low: render.plain(file.rate.low),
			high: render.plain(file.rate.high),
			steps: file.rate.steps
		};
	if (file.reflect)
		return {
			...base,
			kind: 'reflect',
			ask: render.plain(file.reflect.ask),
			prompts: (file.reflect.prompts ?? []).map(render.plain)
		};
	return { ...base, kind: 'passage' };
}

function debriefOf(file: SceneFile, { render }: Compiling): Debrief {
	const debrief = file.debrief!;
	const scored = [file.score, ...Object.values(file.choices ?? {}).map((choice) => choice.score)].flatMap((points) =>
		Object.keys(points ?? {})
	);
	return {
		objective: debrief.objective ?? scored[0] ?? null,
		happened: mapValues(debrief.happened ?? {}, render.block),
		...(debrief.other_side && {
			otherSide: {
				who: debrief.other_side.who,
				text:
					typeof debrief.other_side.text === 'string'
						? render.block(debrief.other_side.text)
						: mapValues(debrief.other_side.text, render.block)
			}
		}),
		finding: render.block(debrief.finding),
		limits: render.plain(debrief.limits),
		claims: debrief.claims
	};
}

function rewordOf(file: NonNullable<SceneFile['reword']>, compiling: Compiling): Reword {
	const { render } = compiling;
	// Markers survive Markdown as plain words and become elements afterwards, so that no author's text turns into HTML.
	const marked = render.block(file.document.replace(/\{phrase:\s*([a-z0-9-]+)\s*\}/g, '⟦$1⟧'));
	return {
		ask: render.plain(file.ask),
		document: marked.replace(/⟦([a-z0-9-]+)⟧/g, '<span data-phrase="$1"></span>'),
		phrases: mapValues(file.phrases, (phrase) => ({
			text: render.plain(phrase.text),
			keep: { fits: phrase.keep.fits, ...because(phrase.keep.because, compiling) },
			options: mapValues(phrase.options, (option) => ({
				say: render.plain(option.say),
				fits: option.fits,
				...because(option.because, compiling)
			}))
		}))
	};
}

function because(text: string | undefined, { render }: Compiling): { because?: Html } {
	return text === undefined ? {} : { because: render.inline(text) };
}
