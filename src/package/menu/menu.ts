import { mount } from 'svelte';
import type { PackagedMenu } from '#lib/scenario/packaged-module.ts';
import { browserStores, copyKeeper, type CopyKeeper } from '#lib/tracking/device-copy.ts';
import { onThisDevice } from '#lib/tracking/device-owner.ts';
import Menu from './Menu.svelte';

/** Shows the first page of a package: its modules, and how far one is in each. @param data the page's own, as text */
export function showMenu(target: HTMLElement, data: string): void {
	const menu = JSON.parse(data) as PackagedMenu;
	const stores = browserStores(window);
	const copyOf = (module: string): CopyKeeper =>
		copyKeeper(
			stores,
			{ ...onThisDevice(window.location.origin), course: menu.course.id, module },
			{ lastsMs: Infinity }
		);
	const copies = menu.standard === 'web' && stores.local ? copyOf : null;
	mount(Menu, { target, props: { menu, copies, launch: window.location.search, now: () => Date.now() } });
}
