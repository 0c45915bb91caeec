import { expect } from '@playwright/test';
import { expectAccessibleInEveryLook } from '../access.ts';
import { savedAfter } from './harness/trial.ts';
import { expectPage, press, test } from './trial-page.ts';
import { wayTo, wayToTheEnd } from './ways.ts';

test('the module can be played from start to debrief with the keyboard alone', async ({ open }) => {
	const page = await open();
	const heading = page.getByRole('heading', { level: 1 });
	// Past “Step away”, which comes first on every page.
	await page.keyboard.press('Tab');
	for (let turn = 0; turn < 40 && (await heading.textContent()) !== 'Looking back'; turn += 1) {
		const before = await heading.textContent();
		await page.keyboard.press('Tab');
		for (const group of await page.locator('main fieldset').all()) {
			await expect(group.getByRole('radio').or(group.getByRole('checkbox')).first()).toBeFocused();
			await page.keyboard.press('Space');
			if (await group.getByRole('checkbox').count()) for (let i = 0; i < 2; i += 1) await page.keyboard.press('Tab');
			await page.keyboard.press('Tab');
		}
		if (await page.locator('main .document').count()) for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
		if (await page.locator('main textarea').count()) await page.keyboard.press('Tab');
		await expect(page.locator('main button:focus')).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(heading).not.toHaveText(before ?? '');
		await expect(heading).toBeFocused();
	}
	await expectPage(page, 'Looking back');
	expect(await page.evaluate(() => window.trial.kept.at(-1)?.result?.ending)).toBeTruthy();
});

test('coming back opens with the story so far and who is who', async ({ open }) => {
	const page = await open({ saved: savedAfter(wayTo(3)) });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The story so far');
	await expect(page.getByRole('listitem').filter({ hasText: 'The wall screen' })).toContainText('You: Find Ruairi');
	// The joke can be skipped, so nobody can tell from here what was done there.
	await expect(page.getByText('Wipe the drawing off')).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'Who is who' })).toBeVisible();
	await expectAccessibleInEveryLook(page, 'the story so far');
	await press(page, 'Go on');
	await expectPage(page, 'After the joke');
});

test('back re-reads, also with the browser’s button, and changes nothing', async ({ open }) => {
	const page = await open();
	await press(page, 'Start');
	await press(page, /^Find Ruairi/);
	await page.goBack();
	await expectPage(page, 'The wall screen');
	await expect(page.getByText('Here you chose')).toBeVisible();
	await expect(page.getByRole('group', { name: 'What do you do?' })).toHaveCount(0);
	await press(page, 'Go on');
	await expectPage(page, 'The garden room');
	await press(page, 'Back');
	await expectPage(page, 'The wall screen');
	expect(await page.evaluate(() => window.trial.kept.length)).toBe(1);
});

test('“Take that back” undoes the last decision with an entry of its own', async ({ open }) => {
	const page = await open();
	await press(page, 'Start');
	await press(page, /^Message/);
	await press(page, 'Take that back');
	await expectPage(page, 'The wall screen');
	await press(page, /^Find Ruairi/);
	await expectPage(page, 'The garden room');
	expect(await page.evaluate(() => window.trial.kept.at(-1)?.entries)).toEqual([
		{ scene: 'wall-screen', choice: 'message' },
		{ rewind: 0 },
		{ scene: 'wall-screen', choice: 'ask' }
	]);
});

test('an aside opens over the page and gives the focus back', async ({ open }) => {
	const page = await open();
	await press(page, 'Start');
	const link = page.getByRole('button', { name: 'Who is Ruairi?' });
	await link.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: 'Ruairi Keane' })).toBeVisible();
	await expectAccessibleInEveryLook(page, 'an aside');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(link).toBeFocused();
});

test('the browser’s back button closes what lies over the page, and leaves the place as it is', async ({ open }) => {
	const page = await open();
	await press(page, 'Start');
	await press(page, 'Who is Ruairi?');
	await page.goBack();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The wall screen');
	await press(page, 'Step away');
	await page.goBack();
	await expectPage(page, 'The wall screen');
	await page.goBack();
	await expectPage(page, 'White Thursday');
});

test('a flagged scene is announced, and skipping it takes the next flagged one along and leaves no trace', async ({
	open
}) => {
	const page = await open({ saved: savedAfter(wayTo(2)) });
	for (let turn = 0; turn < 3; turn += 1) await press(page, 'Go on');
	await expectPage(page, 'Before you read on');
	await expect(page.getByText('A colleague makes a joke about a peer worker, once.')).toBeVisible();
	await expect(page.getByText('Amal Haddad, staff support')).toBeVisible();
	await expect(page.getByText('Somebody has drawn a hammock')).toHaveCount(0);
	await expectAccessibleInEveryLook(page, 'a content note');
	await press(page, 'Skip this part');
	await expectPage(page, 'In short');
	await expect(page.getByText('It passes, and people go back to work.')).toBeVisible();
	await expectAccessibleInEveryLook(page, 'a skipped part');
	await press(page, 'Go on');
	await expectPage(page, 'The white space');
	const progress = await page.evaluate(() => window.trial.kept.at(-1));
	expect(progress?.entries.at(-1)).toEqual({ scene: 'the-joke', choice: 'say-something' });
	expect(JSON.stringify(progress)).not.toContain('skip');
	await press(page, 'Take that back');
	await expectPage(page, 'Before you read on');
});

test('stepping away takes one press, shows nothing of the story, and comes back to the same place', async ({
	open,
	context
}) => {
	const page = await open();
	await press(page, 'Start');
	await context.setOffline(true);
	await press(page, 'Step away');
	await expectPage(page, 'Notes');
	await expect(page).toHaveTitle('Notes');
	await expect(page.locator('body')).not.toContainText('Thursday');
	await expect(page.getByText('Outside line management')).toBeVisible();
	await expectAccessibleInEveryLook(page, 'stepping away');
	await press(page, 'Return');
	await expectPage(page, 'The wall screen');
	expect(await page.evaluate(() => window.trial.kept)).toEqual([]);
});

test('the script counts as the same decisions, and nothing tells that it was read', async ({ open }) => {
	const page = await open();
	await press(page, 'Read it as a script instead');
	await expectPage(page, 'White Thursday: the script');
	await expectAccessibleInEveryLook(page, 'the script');
	await press(page, 'I have read it');
	await expectPage(page, 'Looking back');
	const progress = await page.evaluate(() => window.trial.kept.at(-1));
	expect(progress?.entries).toHaveLength(6);
	expect(progress?.result).toMatchObject({ ending: 'stays-white', success: null, scaled: null });
	expect(JSON.stringify(progress)).not.toContain('script');
});

test('the debrief looks back at moments, plays another way, and plays on from one', async ({ open }) => {
	test.slow();
	const page = await open({ saved: savedAfter(wayToTheEnd) });
	await press(page, 'Look back at it');
	await expectPage(page, 'Looking back');
	await expect(page.getByText('It cost you four minutes')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Ruairi Keane’s side' })).toBeVisible();
	await expect(page.getByText(/2 scenes and 1 other ending/)).toBeVisible();
	const task = page.getByRole('article').filter({ hasText: 'The handover note' });
	await expect(task.getByText('You did the task there.')).toBeVisible();
	await expect(page.getByText('The lifts are his now')).toHaveCount(0);
	await expectAccessibleInEveryLook(page, 'the debrief');
	await press(page, /^See another way.*The wall screen/);
	await press(page, /^Message Ruairi/);
	await expect(page.getByText('He answers within the minute.')).toBeVisible();
	await expectAccessibleInEveryLook(page, 'another way');
	await press(page, 'Back to the moment');
	await expect(page.getByRole('button', { name: /^See another way.*The wall screen/ })).toBeFocused();
	expect(await page.evaluate(() => window.trial.kept)).toEqual([]);
	await press(page, 'Try “Monday’s list” again');
	await expectPage(page, 'Monday’s list');
	expect(await page.evaluate(() => window.trial.kept.at(-1)?.entries.at(-1))).toEqual({ rewind: 5 });
});

const finished = {
	ending: 'stays-white',
	completedAt: '2026-11-20T10:00:00.000Z',
	success: null,
	scaled: null,
	revision: '0000000000'
};

test('trying a moment again says where one is, and the debrief is one press away until something is decided', async ({
	open
}) => {
	const page = await open({ saved: savedAfter(wayToTheEnd, { result: finished }) });
	await press(page, 'Look back at it');
	await press(page, 'Try “Monday’s list” again');
	await expectPage(page, 'Monday’s list');
	await expect(page.getByText('You are back at “Monday’s list”. That you finished stays.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Take that back' })).toHaveCount(0);
	await expectAccessibleInEveryLook(page, 'a moment that is tried again');
	await press(page, 'Return to “Looking back”');
	await expectPage(page, 'Looking back');
	const entries = await page.evaluate(() => window.trial.kept.at(-1)?.entries);
	expect(entries).toEqual([...wayToTheEnd, { rewind: 5 }, ...wayToTheEnd.slice(5)]);

	await page.getByRole('button', { name: 'Try “The wall screen” again' }).first().click();
	await press(page, /^Message Ruairi/);
	await expectPage(page, 'He says yes');
	await expect(page.getByText('You are back at')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Take that back' })).toBeVisible();
});

test('the story so far leads to the way that was finished, and says when that leaves another', async ({ open }) => {
	const since = [...wayToTheEnd, { rewind: 5 }];
	const page = await open({ saved: savedAfter(since, { result: finished }) });
	await press(page, 'Look back at the way you finished');
	await expectPage(page, 'Looking back');

	const more = [...wayToTheEnd, { rewind: 0 }, { scene: 'wall-screen', choice: 'message' }];
	await open({ saved: savedAfter(more, { result: finished }) });
	await press(page, 'Leave this way, and look back at the one you finished');
	await expectPage(page, 'Looking back');

	await open({ saved: savedAfter([...wayToTheEnd, { rewind: 0 }], { result: finished }) });
	await press(page, 'Look back at the way you finished');
	await expectPage(page, 'Looking back');
});

test('a passing score is said in words at the end', async ({ open }) => {
	const page = await open({ saved: savedAfter(wayTo(5)), passingScaled: 0.9 });
	await press(page, 'Go on');
	await press(page, /^“Could we leave the calendar/);
	for (const name of ['Go on', 'Go on', 'Go on', 'Look back']) await press(page, name);
	await expect(page.getByText('this way has not reached it yet')).toBeVisible();
});
