import { z } from 'zod';
import { castSchema, idSchema } from './module-schema.ts';

const line = z.string().trim().min(1);

/** The file of one course: `courses/<course>/course.yaml`. */
export const courseSchema = z.strictObject({
	id: idSchema,
	title: line,
	language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en or pt-BR'),
	version: line,
	summary: line,
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
