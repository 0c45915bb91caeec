import type { PlayModule } from '#lib/scenario/module.ts';

/** What the page of a package says about its module: the same shape that packaging writes. */
export type PackagedModule = {
	/** The shape of this data; a player of another format refuses it. */
	format: 1;
	standard: 'scorm12';
	module: PlayModule;
	courseTitle: string;
	organisation: string;
	supportContacts: { name: string; how: string; outsideLineManagement: boolean }[];
	reviewed: { name: string; date: string }[];
	/** 0..1; null where the module asks for completion only. */
	passingScaled: number | null;
	/** The status of a module finished without a passing score. */
	doneStatus: 'completed' | 'passed';
	interactions: boolean;
	/** Path of each person's sprite. */
	portraits: Record<string, string>;
};

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
