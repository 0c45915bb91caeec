/** How the message files become code: used by the build (vite.config.ts) and by the checks (tests/run/prepare.ts). */
export const paraglideOptions = {
	project: './src/messages/project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['cookie', 'baseLocale'] as ('cookie' | 'baseLocale')[],
	cookieName: 'alongside-language',
	emitTsDeclarations: true
};
