import { warning, type PackageProblem } from '../problem.ts';

/** Types of file that some LMSs refuse, together with the whole package: they take them for programs of the server. */
const refusedTypes = /\.(php\d?|phtml|aspx?|jspx?|py|sh|cgi|rb|pl|exe|bat|cmd|dll|htaccess)$/i;
/** Moodle and others serve it as text, and a browser then does not run it. */
const unserved = /\.mjs$/i;
const leftovers = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.git\/)/i;

/** What an LMS may dislike about the names of files. Each kind of fault is told once, with the first file it was found at. */
export function checkNames(files: ReadonlyMap<string, unknown>): PackageProblem[] {
	const rules: [code: string, matches: (name: string) => boolean, message: string, hint: string][] = [
		[
			'refused-file-type',
			(name) => refusedTypes.test(name),
			'Some LMSs refuse a package with files of this type, since they could run on their server.',
			'Leave it out, or give it another ending.'
		],
		[
			'unserved-file-type',
			(name) => unserved.test(name),
			'Many LMSs serve .mjs as plain text, and browsers then refuse to run it.',
			'Call it .js.'
		],
		[
			'name-not-ascii',
			(name) => !/^[\x21-\x7e]+$/.test(name),
			'The name has letters beyond ASCII, or spaces, which some LMSs cannot serve.',
			'Use letters a to z, digits, “-”, “_” and “.” only.'
		],
		[
			'leftover-file',
			(name) => leftovers.test(name),
			'This file was left behind by a computer, and no page loads it.',
			'Leave it out.'
		]
	];
	return rules.flatMap(([code, matches, message, hint]) => {
		const found = [...files.keys()].filter(matches);
		const [first] = found;
		if (first === undefined) return [];
		const more = found.length > 1 ? ` ${found.length} files are like this.` : '';
		return [warning(code, first, `${message}${more}`, hint)];
	});
}
