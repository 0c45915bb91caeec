import { z } from 'zod';

const source = z.looseObject({ id: z.string(), section: z.string().optional() });

/** `courses/evidence/claims.yaml`: what the research found. Fields that only people read pass through. */
export const claimsSchema = z.looseObject({
	schema_version: z.literal(1),
	claims: z.array(
		z.looseObject({
			id: z.string(),
			statement: z.string(),
			sources: z.array(source).min(1),
			via: z.array(z.string()).optional(),
			theme: z.string(),
			audience: z.array(z.string()),
			strength: z.string(),
			strength_level: z.enum(['strong', 'moderate', 'limited', 'contested', 'background'])
		})
	)
});

const work = z.looseObject({
	id: z.string(),
	title: z.string(),
	authors: z.array(z.string()).nullish(),
	year: z.number().nullish(),
	journal: z.string().nullish(),
	doi: z.string().nullish(),
	/** The review it is known through, where it was not read itself. */
	reviewed_in: z.string().optional()
});

/** `courses/evidence/sources.yaml`: the papers, and the studies known only through the review. */
export const sourcesSchema = z.looseObject({
	schema_version: z.literal(1),
	papers: z.array(work),
	reviewed_studies: z.array(work)
});

/** One statement of evidence. */
export type Claim = z.infer<typeof claimsSchema>['claims'][number];
export type Source = z.infer<typeof work>;
/** Everything a course can rest on, by id. */
export type Evidence = { claims: Map<string, Claim>; sources: Map<string, Source> };
