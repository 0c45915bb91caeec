import type { App } from './app.ts';

// SvelteKit's build and our own server are two bundles in one process, so they cannot share a module: they share this.
const key = Symbol.for('alongside.app');

type Holder = { [key]?: App };

/** Makes an app the one that SvelteKit's hooks use. */
export function setRunningApp(app: App): void {
	(globalThis as Holder)[key] = app;
}

/** The app our own server has started; undefined under `vite dev`. */
export function findRunningApp(): App | undefined {
	return (globalThis as Holder)[key];
}
