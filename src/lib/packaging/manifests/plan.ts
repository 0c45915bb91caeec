/** What every manifest is written from: a package before its manifest, whatever the standard. */
export type PackagePlan = {
	/** What the package is known by: its course's id, or with it the id of the one module it holds. */
	id: string;
	course: { id: string; title: string; summary: string; version: string; language: string };
	modules: PlannedModule[];
	/** What no module loads, and is in the package all the same. */
	others: string[];
	/** Each module asks for the one before it. */
	prerequisites: boolean;
};

/** One module of a package. */
export type PlannedModule = {
	id: string;
	title: string;
	summary: string;
	/** 0..1; null where the module asks for completion only. */
	passingScaled: number | null;
	/** The HTML file first, then everything else this module loads. */
	files: string[];
	objectives: { id: string; text: string }[];
};

/** Titles over this are cut by some LMSs, or refused. */
const longestTitle = 200;

/** XML ids take no colon and no space; ids are kebab-case, and some LMSs mind the hyphen. */
export function identifier(id: string): string {
	return id.replaceAll('-', '_');
}

/** A title that every LMS takes. */
export function cut(title: string): string {
	return title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1)}…`;
}
