import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Decision, PlayModule } from '#lib/scenario/module.ts';
import { resolveScript } from '#lib/scenario/script.ts';

const plansSchema = z.strictObject({
	plans: z.array(z.strictObject({ name: z.string(), take: z.array(z.string()), ends: z.string() })).min(1)
});

/** One way through a module as an author wrote it down, and the ending it should reach. */
export type Plan = z.infer<typeof plansSchema>['plans'][number];

/** The plans that stand beside a module's file; none where there is no such file. */
export function plansOf(module: PlayModule): Plan[] {
	const file = join('courses', module.course, 'plans', `${module.id}.yaml`);
	return existsSync(file) ? plansSchema.parse(parse(readFileSync(file, 'utf8'))).plans : [];
}

/**
 * The decisions of a plan.
 * @throws Error naming the step that does not follow
 */
export function wayOf(module: PlayModule, take: string[]): Decision[] {
	const resolved = resolveScript(module, take);
	if (!resolved.ok)
		throw new Error(`${module.id}: “${take[resolved.index] ?? 'the end'}” does not follow at ${resolved.at}`);
	return resolved.way;
}
