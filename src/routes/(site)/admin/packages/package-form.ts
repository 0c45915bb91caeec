import { z } from 'zod';
import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import type { ExportOptions } from '#lib/packaging/export-course.ts';
import { optionsOf } from '#lib/packaging/standard-options.ts';
import { standards } from '#lib/scenario/packaged-module.ts';
import { passingPrefix } from './passing-field.ts';

/** Why a posted form makes no package; each has words on the page. */
export type Refusal = 'form' | 'standard' | 'passing' | 'order' | 'gone';

type Parsed<T> = { ok: true; value: T } | { ok: false; refused: Refusal };

/** Empty and 0 set no passing score. */
const passingScore = z
	.string()
	.trim()
	.regex(/^(\d{1,2}|100)?$/)
	.transform((typed) => (Number(typed) === 0 ? null : Number(typed) / 100));

const id = z.string().max(200);
const ticked = z.literal('yes').optional();

const form = z.strictObject({
	course: id.min(1),
	standard: z.enum(standards),
	/** Empty: the whole course. */
	module: id.default(''),
	language: id.default(''),
	finished: z.enum(['completion', 'score']),
	passing: z.record(id, passingScore),
	prerequisites: ticked,
	interactions: ticked,
	passed: ticked
});

/** What an administrator asks for, before it is known whether the course has it. */
export type PackageChoice = z.infer<typeof form>;

/** Reads the posted form. Unknown fields, files and fields given twice are refused. */
export function parsePackageForm(posted: FormData): Parsed<PackageChoice> {
	const fields: Record<string, unknown> = {};
	const passing: Record<string, unknown> = {};
	for (const [name, value] of posted) {
		const isPassing = name.startsWith(passingPrefix);
		const [into, key] = isPassing ? [passing, name.slice(passingPrefix.length)] : [fields, name];
		if (Object.hasOwn(into, key)) return { ok: false, refused: 'form' };
		// As data, whatever the name: `__proto__` would otherwise not arrive as a field.
		Object.defineProperty(into, key, { value, enumerable: true });
	}
	const parsed = form.safeParse({ ...fields, passing });
	if (parsed.success) return { ok: true, value: parsed.data };
	const wrong = parsed.error.issues[0]?.path[0];
	return { ok: false, refused: wrong === 'standard' || wrong === 'passing' ? wrong : 'form' };
}

/** The same as options of an export, where this course and this standard have all of it. */
export function toExportOptions(
	choice: PackageChoice,
	course: Pick<LoadedCourse, 'language' | 'languages' | 'modules'>
): Parsed<ExportOptions & { language: string }> {
	const language = choice.language || course.language;
	const ids = course.modules.map((module) => module.id);
	const named = [...Object.keys(choice.passing), ...(choice.module ? [choice.module] : [])];
	if (!course.languages.includes(language) || named.some((one) => !ids.includes(one)))
		return { ok: false, refused: 'gone' };
	const can = optionsOf(choice.standard);
	if (choice.prerequisites && can.prerequisites === 'none') return { ok: false, refused: 'order' };
	return {
		ok: true,
		value: {
			standard: choice.standard,
			language,
			...(choice.module && { modules: [choice.module] }),
			passingScaled: Object.fromEntries(
				ids.map((one) => [one, choice.finished === 'score' ? (choice.passing[one] ?? null) : null])
			),
			interactions: choice.interactions === 'yes' && can.interactions,
			prerequisites: choice.prerequisites === 'yes' && !choice.module,
			doneStatus: choice.passed === 'yes' && can.doneStatus ? 'passed' : 'completed'
		}
	};
}
