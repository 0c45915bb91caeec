import type { PackagedModule } from '#lib/scenario/packaged-module.ts';

/**
 * Reads the page's data. It was written by our own exporter and travelled in one file with its markup, so beyond
 * the format nothing is checked.
 * @throws Error where it is missing, cut or of another format
 */
export function readPackagedModule(document: Document): PackagedModule {
	const text = document.getElementById('module')?.textContent;
	if (!text) throw new Error('The page holds no module.');
	const data = JSON.parse(text) as PackagedModule;
	if ((data.format as number) !== 1 || (data.module.format as number) !== 1)
		throw new Error('The page and the player beside it belong to different versions.');
	return data;
}
