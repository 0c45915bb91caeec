import { z } from 'zod';
import { moods, portraitSchema } from './portrait.ts';

/** Ids are kebab-case, so that they read well in files, URLs and log lines, and never clash with XState's own names. */
export const idSchema = z
	.string()
	.max(48, 'ids have at most 48 characters')
	.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'ids are lower-case words joined by hyphens');

/** Topics a content note can name. */
export const topics = [
	'suicide',
	'coercion',
	'substance-use',
	'family-conflict',
	'seclusion',
	'mockery',
	'doubt-of-colleagues',
	'exclusion-of-colleagues',
	'stigmatising-words',
	'money-worries',
	'medication',
	'distress'
] as const;

/** Scenes flagged with one of these can be skipped with equal credit. Source: the writing guide. */
export const sensitiveTopics: readonly Topic[] = [
	'suicide',
	'coercion',
	'substance-use',
	'family-conflict',
	'seclusion',
	'mockery',
	'doubt-of-colleagues',
	'exclusion-of-colleagues'
];

/** Topics whose scenes may not be scored: what is right there is decided by the local procedure. */
export const unscoredTopics: readonly Topic[] = ['suicide', 'coercion', 'seclusion'];

/** A topic that a content note can name. */
export type Topic = (typeof topics)[number];

const markdown = z.string().trim().min(1).describe('Text in Markdown; raw HTML is not allowed');
const line = z.string().trim().min(1).max(1000).describe('One line of plain text');
const title = z.string().trim().min(1).max(200).describe('One line of plain text');
const condition = z
	.string()
	.trim()
	.min(1)
	.describe('e.g. `openness >= 4`, `chose wall-screen/ask-him`, `visited garden-room`, joined by and, or, not');

const variants = z
	.union([markdown, z.array(z.strictObject({ when: condition.optional(), text: markdown })).min(1)])
	.describe('A text, or a list of texts of which the first whose `when` holds is shown');

const destination = z
	.union([idSchema, z.array(z.strictObject({ when: condition.optional(), to: idSchema })).min(1)])
	.describe('A scene or ending, or a list of which the first whose `when` holds is taken');

const points = z.record(idSchema, z.number().int().min(0).max(20));

const choice = z.strictObject({
	say: line.describe('What the learner would really say or do'),
	to: destination,
	when: condition.optional().describe('Offered only where this holds'),
	meters: z.record(idSchema, z.number().int().min(-9).max(9)).optional(),
	score: points.optional().describe('Points per objective; points are never negative'),
	move: z
		.enum(['ask', 'act', 'wait'])
		.optional()
		.describe('What kind of move this is; the check counts how often asking and acting are best')
});

const debrief = z.strictObject({
	objective: idSchema.optional().describe('Where the debrief lists this moment; default: the first scored one'),
	happened: z.record(idSchema, markdown).optional().describe('Per choice: what happened, one or two sentences'),
	other_side: z
		.strictObject({
			who: idSchema.describe('Whose side: an id of the cast'),
			text: z.union([markdown, z.record(idSchema, markdown)])
		})
		.optional()
		.describe('The same moment from another person’s side, for all choices or per choice'),
	finding: markdown.describe('What the research found, in one or two plain sentences of our own'),
	limits: line.describe('How strong the evidence is and where it ends, in words'),
	claims: z.array(idSchema).min(1)
});

const sort = z.strictObject({
	ask: line,
	into: z.record(idSchema, line).describe('The groups'),
	items: z.record(
		idSchema,
		z.strictObject({
			text: line,
			in: z.union([idSchema, z.array(idSchema).min(1)]).describe('The group or groups that fit'),
			because: markdown.optional()
		})
	)
});

const select = z.strictObject({
	ask: line,
	options: z.record(idSchema, z.strictObject({ text: line, applies: z.boolean(), because: markdown.optional() }))
});

const reword = z.strictObject({
	ask: line,
	document: markdown.describe('The note or handover; a phrase stands as {phrase: id}'),
	phrases: z.record(
		idSchema,
		z.strictObject({
			text: line.describe('The phrase as it stands in the document'),
			keep: z
				.strictObject({ fits: z.boolean(), because: markdown.optional() })
				.describe('Whether leaving it as it stands is a good answer'),
			options: z.record(idSchema, z.strictObject({ say: line, fits: z.boolean(), because: markdown.optional() }))
		})
	)
});

const rate = z.strictObject({ ask: line, low: line, high: line, steps: z.number().int().min(3).max(7) });

const reflect = z.strictObject({ ask: line, prompts: z.array(line).max(4).optional() });

const sceneBase = {
	title: title.optional().describe('The scene’s heading, and its name on the path map; only a route has none'),
	who: z.record(idSchema, z.enum(moods)).optional().describe('Who is there and how they look; the first one speaks'),
	text: variants.optional(),
	asides: z.array(idSchema).optional(),
	flag: z.array(z.enum(topics)).optional().describe('Sensitive topics in this scene'),
	skip: z
		.strictObject({
			text: markdown.describe('What the learner reads instead: two neutral sentences'),
			as: idSchema.optional().describe('In a decision: the choice the story goes on with')
		})
		.optional()
};

/** One scene. Which of the kind keys it has (choices, sort, …, route, next) says which kind of scene it is. */
export const sceneSchema = z.strictObject({
	...sceneBase,
	question: line.optional().describe('Over the choices; default: “What do you do?”'),
	choices: z.record(idSchema, choice).optional(),
	open: z.literal(true).optional().describe('A decision with two defensible answers'),
	sort: sort.optional(),
	select: select.optional(),
	reword: reword.optional(),
	rate: rate.optional(),
	reflect: reflect.optional(),
	route: z
		.array(z.strictObject({ when: condition.optional(), to: idSchema }))
		.min(1)
		.optional(),
	next: destination.optional(),
	score: points.optional().describe('In an activity: the most points per objective'),
	debrief: debrief.optional()
});

const person = z.strictObject({
	name: line,
	role: line.describe('May hold a setting, such as {setting: peer-role-title}'),
	about: line.optional().describe('One sentence for “who is who”'),
	portrait: portraitSchema
});

/** People by id; a course's cast is shared by its modules, a module may add its own. */
export const castSchema = z.record(idSchema, person);

/** The file of one module: `courses/<course>/<module>.yaml`. */
export const moduleSchema = z.strictObject({
	id: idSchema,
	title,
	summary: line,
	you_are: line.describe('Whom the learner plays: name and role'),
	minutes: z.number().int().min(1).max(60),
	content_notes: z
		.array(z.strictObject({ topic: z.enum(topics), note: line }))
		.describe('Specific and plain; shown before the module starts'),
	start: idSchema,
	objectives: z.record(idSchema, z.strictObject({ text: line, need: z.number().int().min(1) })),
	cast: castSchema.optional(),
	meters: z
		.record(
			idSchema,
			z.strictObject({
				label: line,
				from: z.number().int(),
				to: z.number().int(),
				start: z.number().int(),
				bands: z.record(idSchema, z.number().int()).describe('Named bands, each with its lowest value')
			})
		)
		.optional(),
	chapters: z
		.array(
			z.strictObject({
				id: idSchema,
				title,
				part: z.number().int().min(1).max(4).describe('A new part is a natural place to stop'),
				you_are: line.optional().describe('Where a chapter is played as somebody else'),
				closing: variants.optional().describe('One sentence when the chapter ends: how people are with you now'),
				scenes: z.record(idSchema, sceneSchema)
			})
		)
		.min(1),
	asides: z.record(idSchema, z.strictObject({ link: line, title, text: variants })).optional(),
	endings: z.record(
		idSchema,
		z.strictObject({
			title,
			who: sceneBase.who,
			text: variants,
			offer: z.array(idSchema).optional().describe('Moments worth trying again')
		})
	),
	script: z
		.array(z.string())
		.min(1)
		.describe('The way shown by “read it as a script”: `scene/choice` per decision; activities are answered well'),
	reflection: z.strictObject({ ask: line, prompts: z.array(line).max(4).optional() }),
	next_shift: markdown.describe('One thing for the next shift')
});

export type ModuleFile = z.infer<typeof moduleSchema>;
export type SceneFile = z.infer<typeof sceneSchema>;
export type Variants = z.infer<typeof variants>;
export type Destination = z.infer<typeof destination>;
