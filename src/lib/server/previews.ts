import type { Standard } from '#lib/scenario/packaged-module.ts';
import type { ExportedCourse } from '#lib/packaging/export-course.ts';
import { newSecret } from './ids.ts';

/** A package that an administrator has built to look at. */
export type Preview = Pick<ExportedCourse, 'fileName' | 'zip' | 'files'> & {
	courseTitle: string;
	standard: Standard;
	/** In the package's order; never empty. */
	modules: PreviewModule[];
};

/** One module of it. */
export type PreviewModule = {
	id: string;
	title: string;
	/** Its page, as a path of the package. */
	page: string;
	/** Whether a passing score is set. */
	isScored: boolean;
	/** Scene id → title: what an LMS keeps as the place is an id. */
	scenes: Record<string, string>;
};

/** Packages to look at, each under a token that cannot be guessed. In memory: a restart forgets them. */
export type Previews = {
	/** @returns the token: 200 bits, lower-case letters and digits */
	keep: (preview: Preview) => string;
	/** Looking at a package keeps it; undefined where it was never there, or is there no more. */
	find: (token: string) => Preview | undefined;
};

const mostPreviews = 8;
const keptForMs = 15 * 60 * 1000;

/**
 * An empty store of at most eight packages of about a megabyte. Whatever was not looked at for fifteen minutes goes, and
 * where a ninth comes, the one that was longest left alone.
 * @param now milliseconds since 1970
 */
export function createPreviews(now: () => number): Previews {
	/** In the order in which they were last looked at. */
	const kept = new Map<string, { preview: Preview; usedAt: number }>();
	const use = (token: string, preview: Preview) => {
		kept.delete(token);
		kept.set(token, { preview, usedAt: now() });
	};
	const forgetOld = () => {
		for (const [token, { usedAt }] of kept) if (now() - usedAt >= keptForMs) kept.delete(token);
	};
	return {
		keep: (preview) => {
			forgetOld();
			const [longestLeftAlone] = kept.keys();
			if (kept.size >= mostPreviews && longestLeftAlone !== undefined) kept.delete(longestLeftAlone);
			const token = newSecret();
			use(token, preview);
			return token;
		},
		find: (token) => {
			forgetOld();
			const preview = kept.get(token)?.preview;
			if (preview) use(token, preview);
			return preview;
		}
	};
}
