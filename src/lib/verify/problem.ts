/** One thing that is wrong with a package, told so that whoever made it can mend it. The course check's, for a package. */
export type PackageProblem = {
	/** Kebab-case; a code never changes its meaning. docs/lms/checking-a-package.md lists them. */
	code: string;
	/** An error keeps a package from working as its standard says; a warning is a trap that some LMSs have. */
	severity: 'error' | 'warning';
	/** A path in the package, with `:line` where there is one; `zip` for the file as a whole. */
	where: string;
	/** What was found, in one sentence. */
	message: string;
	/** What to do about it. */
	hint: string;
};

/** An error, in the order that reads well where one is made. */
export function error(code: string, where: string, message: string, hint: string): PackageProblem {
	return { code, severity: 'error', where, message, hint };
}

/** A warning. */
export function warning(code: string, where: string, message: string, hint: string): PackageProblem {
	return { code, severity: 'warning', where, message, hint };
}

/** Text of somebody else's package as it may stand in a sentence: short, on one line, without control characters. */
export function quoted(text: string): string {
	const plain = text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
	return `“${plain.length > 120 ? `${plain.slice(0, 119)}…` : plain}”`;
}
