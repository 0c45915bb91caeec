/** What a later script puts where the first finds it, under the name it is asked for: see `classicConfig` in vite.config.ts. */
declare global {
	var alongsideLoad: ((file: string, name: 'alongsideLater' | 'alongsideMenu') => Promise<unknown>) | undefined;
	var alongsideLater: unknown;
	var alongsideMenu: unknown;
}

const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;

/**
 * Lets the player fetch its other scripts by an element: classic scripts cannot import, and modules do not load
 * everywhere (Moodle serves `.mjs` as text, files on a disk have no origin).
 */
export function allowLoading(): void {
	globalThis.alongsideLoad = (file, name) =>
		new Promise((resolve, reject) => {
			const script = document.createElement('script');
			script.src = new URL(file, own).href;
			script.onload = () => {
				// The faces that can wait come with it.
				document.getElementById('later')?.setAttribute('media', 'all');
				resolve(globalThis[name]);
			};
			script.onerror = () => {
				// A script that failed is not asked for again by the browser: the next try needs a new element.
				script.remove();
				reject(new Error(`${file} could not be loaded`));
			};
			document.head.append(script);
		});
}
