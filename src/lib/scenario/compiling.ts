import type { Condition } from '#lib/course/condition.ts';
import type { Evidence } from '#lib/course/evidence-schema.ts';
import type { Renderer } from '#lib/course/markdown.ts';
import type { ModuleFile, Variants } from '#lib/course/module-schema.ts';
import type { Text } from './module.ts';

/** What compiling needs beside the module's own file. */
export type CompileContext = {
	course: string;
	/** Language of the texts. */
	language: string;
	/** The course's shared cast; the module's own people come on top. */
	cast: ModuleFile['cast'];
	render: Renderer;
	evidence: Evidence;
	/** Revision of the file in the course's own language, see `revisionOf`; a translation keeps it. */
	revision: string;
};

/** What the compilers of a module's parts share. */
export type Compiling = CompileContext & {
	condition: (text: string) => Condition;
	text: (variants: Variants | undefined) => Text;
};
