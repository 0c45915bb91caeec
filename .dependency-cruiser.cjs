/**
 * The one-way street (docs/contributing.md): imports run left to right only. The table says what each folder may import
 * besides itself; anything else is an error. Tests may reach further, so they are left out, and nothing may import them.
 */
const MAY_IMPORT = {
	'src/lib/course': [],
	'src/lib/scenario': ['src/lib/course'],
	'src/lib/check': ['src/lib/course', 'src/lib/scenario'],
	'src/lib/catalogue': ['src/lib/course', 'src/lib/scenario', 'src/lib/check'],
	'src/lib/ui': ['src/lib/paraglide'],
	'src/lib/tracking': ['src/lib/course', 'src/lib/scenario'],
	'src/lib/lms': ['src/lib/course', 'src/lib/scenario', 'src/lib/tracking'],
	'src/lib/player': ['src/lib/course', 'src/lib/scenario', 'src/lib/tracking', 'src/lib/ui', 'src/lib/paraglide'],
	'src/lib/packaging': [
		'src/lib/course',
		'src/lib/scenario',
		'src/lib/check',
		'src/lib/catalogue',
		'src/lib/paraglide'
	],
	'src/lib/verify': ['src/lib/course', 'src/lib/scenario', 'src/lib/tracking', 'src/lib/lms'],
	'src/lib/server': [
		...['src/lib/course', 'src/lib/scenario', 'src/lib/check', 'src/lib/catalogue', 'src/lib/packaging'],
		...['src/lib/lms', 'src/lib/verify', 'src/lib/paraglide']
	],
	'src/package': [
		...['src/lib/course', 'src/lib/scenario', 'src/lib/tracking', 'src/lib/player', 'src/lib/ui'],
		'src/lib/paraglide'
	],
	'src/preview': ['src/lib/lms'],
	'src/cli': [
		...['src/lib/course', 'src/lib/scenario', 'src/lib/check', 'src/lib/catalogue', 'src/lib/packaging'],
		...['src/lib/verify', 'src/lib/server', 'src/lib/paraglide', 'build']
	],
	'src/routes': ['src/lib', 'src/app.d.ts']
};

const REASONS = {
	'src/lib/course': 'what a course is knows nothing of who plays, keeps or packs it',
	'src/lib/scenario': 'it plays inside an LMS package, on the server and in a test alike',
	'src/lib/ui': 'design tokens and widgets know nothing of courses',
	'src/lib/lms': 'an LMS knows nothing of what it is made to play',
	'src/lib/tracking': 'where an attempt is kept does not depend on who shows it',
	'src/lib/verify': 'a package is checked the same whoever made it, and whoever asks',
	'src/lib/server': 'people and attempts are kept the same whatever a page looks like',
	'src/package': 'the stand-alone player has no server',
	'src/preview': 'the frame of a preview knows an LMS and nothing of us',
	'src/cli': 'the command line draws nothing'
};

/** Folders where neither Svelte nor SvelteKit may appear. */
const WITHOUT_SVELTE =
	'src/lib/(course|scenario|check|catalogue|tracking|lms|packaging|verify|server)|src/(cli|preview)';

/** Folders that run in a browser or inside an LMS, or that are pure: no Node module. course/read.ts and its read-file.ts are the one reader. */
const WITHOUT_NODE = 'src/lib/(course|scenario|check|player|tracking|lms|ui)|src/(package|preview)';

const TEST = '\\.(test|e2e)\\.ts$';

/** Runs while something is built, and ends up in nothing. */
const BUILDER = '/vite[.]config[.]ts$';

function only(from, to) {
	return {
		name: `${from.replace(/^src\/(lib\/)?/, '')}-keeps-to-the-left`,
		severity: 'error',
		comment: REASONS[from] ?? 'imports run left to right only: see the table in docs/contributing.md',
		from: { path: `^${from}/`, pathNot: [TEST, BUILDER] },
		to: { path: '^(src|build|tests)/', pathNot: [from, ...to].map((folder) => `^${folder}(/|$)`) }
	};
}

module.exports = {
	forbidden: [
		...Object.entries(MAY_IMPORT).map(([from, to]) => only(from, to)),
		{
			name: 'without-svelte',
			severity: 'error',
			comment: 'data and rules stay apart from how they are drawn',
			from: { path: `^(${WITHOUT_SVELTE})/`, pathNot: TEST },
			to: { path: 'node_modules/(svelte|@sveltejs)/|\\.svelte(\\.ts)?$' }
		},
		{
			name: 'without-node',
			severity: 'error',
			comment: 'this code also runs in a browser and inside an LMS: no node: modules',
			from: { path: `^(${WITHOUT_NODE})/`, pathNot: [TEST, '^src/lib/course/read(-file)?[.]ts$', BUILDER] },
			to: { dependencyTypes: ['core'] }
		},
		{
			name: 'database-only-in-server',
			severity: 'error',
			comment: 'server/ is the only place that talks to the database',
			from: { path: '^src/', pathNot: ['^src/lib/server/', TEST] },
			to: { path: 'node_modules/(drizzle-orm|better-sqlite3|@types/better-sqlite3)/' }
		},
		{
			name: 'lucia-in-one-file',
			severity: 'error',
			comment: 'the library is in maintenance: one file of server/ wraps it, so that it can be replaced',
			from: { path: '^(src|tests)/', pathNot: '^src/lib/server/sessions[.]ts$' },
			to: { path: 'node_modules/lucia/' }
		},
		{
			name: 'server-stays-on-the-server',
			severity: 'error',
			comment: 'a page and its loader that run in the browser ask the server through load and endpoints',
			from: { path: '^src/routes/.*(\\.svelte|\\+(page|layout)\\.ts)$' },
			to: { path: '^src/lib/server/', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'nothing-imports-a-test',
			severity: 'error',
			comment: 'helpers that two tests share live in a file of their own',
			from: {},
			to: { path: TEST }
		},
		{
			name: 'no-cycles',
			severity: 'error',
			comment: 'two files that import each other are one file, or want a third',
			from: { pathNot: '^src/lib/paraglide/' },
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		{
			name: 'resolvable',
			severity: 'error',
			comment: 'this import leads nowhere',
			from: {},
			// SvelteKit and Vite make these while they build.
			to: { couldNotResolve: true, pathNot: '(^|/)\\$(types|app|env)(/|$)|^virtual:' }
		}
	],
	options: {
		doNotFollow: { path: ['node_modules', '^src/lib/paraglide/', '^build/'] },
		exclude: { path: ['^\\.svelte-kit/'] },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'types', 'import', 'node', 'default']
		},
		skipAnalysisNotInRules: true
	}
};
