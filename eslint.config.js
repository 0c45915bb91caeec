import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { docstring } from './.eslint/docstring.js';

/** Same input, same output, anywhere: these folders take values and return values. `course/read.ts` is the one reader. */
const PURE = ['course', 'scenario', 'check', 'packaging'].map((folder) => `src/lib/${folder}/**/*.ts`);

/** Only these components may put HTML on a page: text that a course reader has already rendered and checked. */
const MAY_HOLD_HTML = ['src/lib/player/Prose.svelte', 'src/lib/player/Html.svelte', 'src/lib/ui/Prose.svelte'];

/** Files whose default export a tool asks for. */
const TOOLS = ['**/*.config.{ts,js}', 'tests/global-*.ts', '**/*.d.ts'];

/** What SvelteKit names and describes itself. */
const FRAMEWORK = [
	...['load', 'actions', 'prerender', 'ssr', 'csr', 'trailingSlash', 'config', 'entries', 'match', 'init'],
	...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback'],
	...['handle', 'handleError', 'handleFetch', 'handleValidationError', 'reroute', 'transport']
];

const FORBIDDEN_EVERYWHERE = [
	{ selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that defines it.' },
	{ selector: 'ExportNamedDeclaration[source]', message: 'No re-exports: import from the file that defines it.' },
	{
		selector: 'CallExpression[callee.object.name="vi"][callee.property.name=/^(mock|doMock)$/]',
		message: 'Replace only the clock, ids and the network; never a module of our own. Pass what varies as an argument.'
	},
	{
		selector: 'CallExpression[callee.property.name="waitForTimeout"]',
		message: 'No sleeps: wait for what the person would see.'
	}
];

const NO_DEFAULT_EXPORT = {
	selector: 'ExportDefaultDeclaration',
	message: 'No default exports: give it a name, so that it is called the same everywhere.'
};

const IMPURE = [
	{
		selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
		message: 'Pure code has no clock: take the time as an argument.'
	},
	{ selector: 'CallExpression[callee.name="Date"]', message: 'Pure code has no clock: take the time as an argument.' },
	{ selector: 'ImportExpression', message: 'Pure code loads nothing while it runs.' }
];

export default defineConfig(
	{
		ignores: [
			...['build/', '.svelte-kit/', '.alongside/', 'src/lib/paraglide/', 'test-results/', 'playwright-report/'],
			...['**/samples/**', 'static/**', 'courses/**']
		]
	},
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		plugins: { alongside: { rules: { docstring } } },
		languageOptions: { globals: { ...globals.node } }
	},

	svelte.configs.recommended,

	// TypeScript, with types.
	{
		files: ['**/*.ts', '**/*.svelte'],
		extends: [ts.configs.recommendedTypeChecked],
		languageOptions: {
			globals: { ...globals.browser },
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			// drizzle's queries are thenables: one neither awaited nor run does nothing, in silence.
			'@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false }
			],
			'@typescript-eslint/consistent-type-imports': 'error',
			// `${number}` is fine; "[object Object]" in a sentence is not.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// A function may be async because its contract is, as all of server/ is.
			'@typescript-eslint/require-await': 'off',
			// There are no classes here: a method taken off its object is a plain function.
			'@typescript-eslint/unbound-method': 'off',
			'no-undef': 'off',
			// A log line is written by the server; a command speaks on the terminal.
			'no-console': 'error',
			'max-lines': ['error', { max: 500 }],
			'no-empty': ['error', { allowEmptyCatch: false }],
			'no-restricted-syntax': ['error', ...FORBIDDEN_EVERYWHERE, NO_DEFAULT_EXPORT],
			'alongside/docstring': ['error', { framework: FRAMEWORK }],
			'svelte/no-at-html-tags': 'error',
			'svelte/require-each-key': 'error',
			'svelte/button-has-type': 'error',
			'svelte/no-target-blank': 'error',
			// Links are plain paths: the site is served from the root of its own host.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{ files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
	// svelte-check knows the types of components; asking for them here as well takes four times as long.
	{
		files: ['**/*.svelte'],
		extends: [ts.configs.disableTypeChecked],
		rules: { 'svelte/require-store-reactive-access': 'off' }
	},
	{ files: MAY_HOLD_HTML, rules: { 'svelte/no-at-html-tags': 'off' } },

	// Pure folders.
	{
		files: PURE,
		ignores: ['src/lib/course/read.ts', 'src/lib/course/read-file.ts', '**/*.test.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				...['fetch', 'process', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'performance'].map(
					(name) => ({ name, message: 'Pure code takes values and returns values: do this at the edge.' })
				),
				...['window', 'document', 'localStorage', 'sessionStorage', 'navigator', 'crypto'].map((name) => ({
					name,
					message: 'Pure code runs in a browser, an LMS and Node alike: do this at the edge.'
				}))
			],
			'no-restricted-properties': [
				'error',
				{
					object: 'Math',
					property: 'random',
					message: 'Pure code has no chance in it: take the number as an argument.'
				},
				{ object: 'Date', property: 'now', message: 'Pure code has no clock: take the time as an argument.' },
				{ object: 'globalThis', property: 'fetch', message: 'Pure code does not reach the network.' },
				{ object: 'globalThis', property: 'process', message: 'Pure code does not know its process.' }
			],
			'no-restricted-syntax': ['error', ...FORBIDDEN_EVERYWHERE, NO_DEFAULT_EXPORT, ...IMPURE]
		}
	},

	{
		files: ['src/lib/server/**', 'src/hooks*.ts'],
		rules: { 'no-console': ['error', { allow: ['error', 'warn', 'info'] }] }
	},
	// Commands speak on the terminal, tests and benchmarks too.
	{ files: ['src/cli/**', 'src/messages/pseudo.ts', 'tests/**'], rules: { 'no-console': 'off' } },
	// A test's title says what it is about, its helpers stay in its file, and what it reads off JSON it asserts.
	{
		files: ['**/*.test.ts', '**/*.e2e.ts'],
		rules: {
			'alongside/docstring': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	{ files: TOOLS, rules: { 'no-restricted-syntax': ['error', ...FORBIDDEN_EVERYWHERE] } },

	// Plain JavaScript: what must run before anything is installed, and the tools' own configuration.
	{
		files: ['**/*.{js,mjs,cjs}'],
		rules: { 'no-unused-vars': 'error', 'no-undef': 'error', 'no-empty': 'error', 'max-lines': ['error', { max: 500 }] }
	},

	prettier,
	svelte.configs.prettier
);
