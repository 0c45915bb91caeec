import { courseSchema } from '#lib/course/course-schema.ts';
import type { CourseSource, SharedSource, TranslationSource } from '#lib/course/course-source.ts';
import { overlay } from '#lib/course/overlay.ts';
import { moduleSchema } from '#lib/course/module-schema.ts';
import type { Problem } from '#lib/course/problem.ts';
import { courseTexts, moduleTexts, type TextLeaf } from '#lib/course/text-leaves.ts';
import type { z } from 'zod';
import { run, type NamedModule } from './check.ts';
import { unknownSetting } from './names/unknown-setting.ts';
import { outlineOf } from './outline.ts';
import { phrasesIn, referencesIn } from './references.ts';
import { badLink } from './text/bad-link.ts';
import { rawHtml } from './text/raw-html.ts';

/** Finds what is wrong with the translations of a course: shapes, missing texts, and what texts may not hold. */
export function checkTranslations(course: CourseSource, shared: SharedSource): Problem[] {
	const { source, file } = course.course;
	const texts = courseTexts(source.value);
	return [
		...course.translations.flatMap((translation) => {
			const { value, problems } = overlay(source.value, texts, translation.source);
			return [...problems, ...(file ? tooLong(courseSchema.safeParse(value), texts, translation) : [])];
		}),
		...course.modules.flatMap((module) => {
			const { value } = module.source;
			const leaves = moduleTexts(value);
			return module.translations.flatMap((translation) => {
				const texts = moduleTexts(translation.source.value);
				const outline = outlineOf(value, {});
				const named: NamedModule = {
					value: translation.source.value,
					outline,
					references: referencesIn(translation.source.value, outlineOf(translation.source.value, {}), texts),
					texts,
					module,
					course,
					shared
				};
				const overlaid = overlay(value, leaves, translation.source);
				return [
					...overlaid.problems,
					...(module.file ? tooLong(moduleSchema.safeParse(overlaid.value), leaves, translation) : []),
					...run([unknownSetting, badLink, rawHtml], named, translation.source),
					...lostPhrases(leaves, translation)
				];
			});
		})
	];
}

/** What the schema, which the original fits, has against the translated texts: that they are longer than they may be. */
function tooLong(parsed: z.ZodSafeParseResult<unknown>, leaves: TextLeaf[], { source }: TranslationSource): Problem[] {
	return (parsed.error?.issues ?? []).flatMap((issue) => {
		const leaf = leaves.find(({ path }) => path.join('\n') === issue.path.join('\n'));
		if (issue.code !== 'too_big' || !leaf) return [];
		return [
			{
				code: 'out-of-range',
				severity: 'error' as const,
				file: source.file,
				...source.place(leaf.overlayPath),
				message: `“${leaf.overlayPath.slice(-3).join(' › ')}” is too long in this translation.`,
				hint: `It can have at most ${issue.maximum} characters.`
			}
		];
	});
}

/** A document to reword keeps its phrases in every language. */
function lostPhrases(leaves: TextLeaf[], { source }: TranslationSource): Problem[] {
	const texts = new Map(moduleTexts(source.value).map((leaf) => [leaf.overlayPath.join('\n'), leaf]));
	return leaves.flatMap((leaf) => {
		const translated = texts.get(leaf.overlayPath.join('\n'));
		if (leaf.path.at(-1) !== 'document' || !translated) return [];
		const wanted = phrasesIn(leaf.text).map(({ name }) => name);
		const given = phrasesIn(translated.text).map(({ name }) => name);
		if ([...wanted].sort().join() === [...given].sort().join()) return [];
		return [
			{
				code: 'translation-phrases',
				severity: 'error' as const,
				file: source.file,
				...source.place(translated.path),
				message: `The original marks ${wanted.map((name) => `{phrase: ${name}}`).join(', ')}; this marks ${given.map((name) => `{phrase: ${name}}`).join(', ') || 'none'}.`,
				hint: 'Mark the same phrases, each once.'
			}
		];
	});
}
