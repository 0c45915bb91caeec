import { expect, test } from '@playwright/test';
import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import { readStatement } from '#lib/lms/xapi/statement-rules.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import { startLmsHost, type LmsHost } from '#lib/verify/run/lms-host.ts';
import { startLrs, type LrsServer } from './lrs-server.ts';
import { ownCourse, packed, root } from './packed.ts';
import { launchIn } from './store-learner.ts';

let course: LoadedCourse;
let host: LmsHost;
let store: LrsServer;
let module: PlayModule;

test.beforeAll(async () => {
	course = await ownCourse();
	module = course.modules[0]!.play;
	const one = { standard: 'xapi' as const, modules: [module.id] };
	host = await startLmsHost(
		{
			plain: (await packed(course, one)).files,
			scored: (await packed(course, { ...one, passingScaled: { [module.id]: 0.4 } })).files
		},
		root
	);
});
test.afterAll(() => host.stop());
test.beforeEach(async () => {
	store = await startLrs();
});
test.afterEach(() => store.stop());

const verbs = () => store.lrs.statements.map((one) => readStatement(one).verb);

test('an xAPI package is suspended in the middle, resumes, completes, passes and terminates', async ({ page }, {
	testId
}) => {
	const open = () =>
		launchIn(page, { host, store, package: 'scored' }, module, { profile: 'xapi', registration: testId });
	const first = await open();
	await first.play(module.script.slice(0, 2));
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	await page.goto('about:blank');
	await expect.poll(() => verbs().at(-1)).toBe('suspended');
	const again = await open();
	await expect(page.getByRole('heading', { level: 1, name: 'The story so far' })).toBeVisible();
	await again.play(module.script.slice(2));
	await expect.poll(verbs).toEqual(expect.arrayContaining(['completed', 'passed']));
	await page.goto('about:blank');
	await expect.poll(() => verbs().at(-1)).toBe('terminated');
	expect(store.lrs.faults).toEqual([]);
});

test('an xAPI package opened without a launcher plays, and says that nothing is recorded', async ({ page }) => {
	await page.goto(`${host.url}/plain/${module.id}.html`);
	await expect(page.getByText('No LMS was found')).toBeVisible();
});
