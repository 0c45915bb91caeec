import { z } from 'zod';
import { worstLength } from '#lib/scenario/codec.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import { standards, type Standard } from '#lib/scenario/packaged-module.ts';
import { textOf } from '../files/text-of.ts';
import { error, quoted, type PackageProblem } from '../problem.ts';

/** What a page made by Alongside says about itself. */
export type OwnModule = {
	page: string;
	/** What is played; its shape is known as far as the codec reads it. */
	play: PlayModule;
	id: string;
	title: string;
	courseTitle: string;
	revision: string;
	language: string;
	standard: Standard;
	organisation: string;
	passingScaled: number | null;
	doneStatus: 'completed' | 'passed';
	interactions: boolean;
	isReviewed: boolean;
	hasContacts: boolean;
	/** Characters of suspend data when every decision is in the log twice, with what stands before it. */
	worstSuspendData: number;
};

/** The text before the encoded way: save count, ending, time and a full stop. Source: tracking/suspend-data.ts. */
const longestHead = 24;
const mostCharacters = 5 * 1024 * 1024;

/** The shape of a page's data, as far as it is looked at here; the rest is left to the player. */
const packaged = z.object({
	format: z.literal(1),
	standard: z.enum(standards),
	courseTitle: z.string().max(1000),
	organisation: z.string().max(1000),
	supportContacts: z.array(z.unknown()),
	reviewed: z.array(z.unknown()),
	passingScaled: z.number().min(0).max(1).nullable(),
	doneStatus: z.enum(['completed', 'passed']),
	interactions: z.boolean(),
	module: z.looseObject({
		format: z.literal(1),
		course: z.string().max(200),
		id: z.string().max(200),
		revision: z.string().max(40),
		language: z.string().max(40),
		title: z.string().max(1000),
		scenes: z.record(z.string(), z.looseObject({ kind: z.string() }))
	})
});

/**
 * The modules of a package that Alongside made, from the data in its pages; none where it is somebody else's. A page
 * whose data is there but cannot be read is a problem: the player could not read it either.
 */
export function readOwn(files: ReadonlyMap<string, Uint8Array>): { modules: OwnModule[]; problems: PackageProblem[] } {
	const modules: OwnModule[] = [];
	const problems: PackageProblem[] = [];
	for (const [page, bytes] of files) {
		if (!page.endsWith('.html') || page.includes('/')) continue;
		const text = textOf(bytes);
		const start = text.lastIndexOf('<script type="application/json" id="module">');
		const end = text.indexOf('</script>', start);
		if (start < 0 || text.length > mostCharacters) continue;
		const read = readModule(text.slice(text.indexOf('>', start) + 1, end < 0 ? undefined : end), page);
		if (read.ok) modules.push(read.module);
		else problems.push(read.problem);
	}
	return { modules, problems };
}

function readModule(
	json: string,
	page: string
): { ok: true; module: OwnModule } | { ok: false; problem: PackageProblem } {
	try {
		const { module, ...rest } = packaged.parse(JSON.parse(json));
		// The scenes are read as the codec reads them; one that has not its shape throws.
		const play = module as unknown as PlayModule;
		return {
			ok: true,
			module: {
				page,
				play,
				id: module.id,
				title: module.title,
				courseTitle: rest.courseTitle,
				revision: module.revision,
				language: module.language,
				standard: rest.standard,
				organisation: rest.organisation,
				passingScaled: rest.passingScaled,
				doneStatus: rest.doneStatus,
				interactions: rest.interactions,
				isReviewed: rest.reviewed.length > 0,
				hasContacts: rest.supportContacts.length > 0,
				worstSuspendData: longestHead + worstLength(play)
			}
		};
	} catch (cause) {
		return {
			ok: false,
			problem: error(
				'module-data-broken',
				page,
				`The module in this page cannot be read (${quoted(told(cause))}).`,
				'Export the package again, and change nothing in it by hand.'
			)
		};
	}
}

function told(cause: unknown): string {
	if (cause instanceof z.ZodError)
		return cause.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
	return cause instanceof SyntaxError ? 'it is no JSON' : 'it has not the shape of a module';
}
