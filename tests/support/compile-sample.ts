import { rendererFor } from '#lib/course/markdown.ts';
import { moduleSchema, type ModuleFile } from '#lib/course/module-schema.ts';
import { settingsSchema } from '#lib/course/settings-schema.ts';
import { compileModule, revisionOf } from '#lib/scenario/compile.ts';
import type { PlayModule } from '#lib/scenario/module.ts';

/** Compiles a module written in a test, with default settings and no evidence. */
export function compileSample(file: ModuleFile): PlayModule {
	const checked = moduleSchema.parse(file);
	return compileModule(checked, {
		course: 'sample-course',
		language: 'en',
		cast: {},
		render: rendererFor(settingsSchema.parse({})),
		evidence: { claims: new Map(), sources: new Map() },
		revision: revisionOf(checked)
	});
}
