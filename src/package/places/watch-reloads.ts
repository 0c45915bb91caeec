/** As far as browsers have it: told of each navigation of this window before its page goes away. */
type Navigation = { addEventListener(type: 'navigate', hear: (event: { navigationType?: string }) => void): void };

/**
 * Tells whether this page goes away because it is loaded anew. A browser without the Navigation API does not say; then a
 * reload looks like leaving.
 * @returns asked when the page goes away
 */
export function watchReloads(win: Window): () => boolean {
	let isReload = false;
	(win as Window & { navigation?: Navigation }).navigation?.addEventListener('navigate', ({ navigationType }) => {
		isReload = navigationType === 'reload';
	});
	return () => isReload;
}
