import { z } from 'zod';
import { castSchema, idSchema } from './module-schema.ts';

const line = z.string().trim().min(1).max(200);

/**
 * The language of a course, and of a translation by its folder's name: language, script, region and one variant, as
 * `Intl` takes them. Other tags of the same look, such as `en-aa-bb`, throw where a language is shown by its name.
 * Source: Unicode TS 35, `unicode_language_id`.
 */
export const languageSchema = z
	.string()
	.regex(
		/^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))?$/,
		'a language tag such as en or pt-BR'
	);

/** The file of one course: `courses/<course>/course.yaml`. */
export const courseSchema = z.strictObject({
	id: idSchema,
	title: line,
	language: languageSchema,
	version: line,
	summary: z.string().trim().min(1).max(1000),
	audience: line,
	modules: z.array(idSchema).min(1).describe('In the order they are meant to be taken'),
	reviewed: z
		.array(
			z.strictObject({
				module: idSchema,
				revision: line.describe('The module’s revision that was reviewed; another revision counts as unreviewed'),
				name: line.describe('As the reviewer wishes to be named'),
				date: z.iso.date()
			})
		)
		.describe('Reviews by peer workers. Ships empty; never invent one.'),
	cast: castSchema.optional().describe('People one meets in more than one module')
});

export type CourseFile = z.infer<typeof courseSchema>;
