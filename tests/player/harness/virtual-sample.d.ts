declare module 'virtual:sample' {
	export const module: import('#lib/scenario/module.ts').PlayModule;
}
