declare module 'virtual:sample' {
	import type { PlayModule } from '#lib/scenario/module.ts';
	/** The sample, compiled when the trial page was built. */
	export const module: PlayModule;
}
