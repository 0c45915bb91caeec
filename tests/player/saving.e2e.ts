import { expect } from '@playwright/test';
import { expectAccessibleInEveryLook } from '../access.ts';
import { savedAfter } from './harness/trial.ts';
import { expectPage, press, test } from './trial-page.ts';
import { wayTo } from './ways.ts';

test('the saved line speaks when saving fails and when it works again, and only then', async ({ open }) => {
	const page = await open({ answer: { kind: 'waiting' } });
	await press(page, 'Start');
	await expect(page.getByRole('status')).toHaveText('');
	await press(page, /^Find Ruairi/);
	await expect(page.getByRole('status')).toContainText('Not saved yet.');
	await expectAccessibleInEveryLook(page, 'saving in trouble');
	await page.evaluate(() => (window.trial.answer = { kind: 'kept' }));
	await press(page, 'Try to save again');
	await expect(page.getByRole('status')).toHaveText('Saved again.');
	await press(page, 'Take that back');
	await press(page, /^Find Ruairi/);
	await expect(page.getByRole('status')).toHaveText('');
});

for (const [kind, short, long] of [
	['handed-over', 'Handed to your LMS', ''],
	['not-recorded', 'Not recorded', ''],
	['failed', 'Not saved', 'your place may be lost'],
	['module-changed', 'Not saved yet', 'Load the module again to go on'],
	['signed-out', 'Not saved yet', 'Sign in again to save it']
] as const)
	test(`a save that ends as ${kind} is told truly`, async ({ open }) => {
		const page = await open({ answer: { kind } });
		await press(page, 'Start');
		await press(page, /^Find Ruairi/);
		await expect(page.getByText(short, { exact: true })).toBeVisible();
		await expect(page.getByRole('status')).toContainText(long);
	});

for (const keep of ['other', 'this'] as const)
	test(`two ways: the learner keeps the ${keep} one`, async ({ open }) => {
		const theirs = wayTo(2);
		const page = await open({ answer: { kind: 'conflict', entries: theirs } });
		await press(page, 'Start');
		await press(page, /^Message/);
		const dialog = page.getByRole('dialog', { name: 'Two ways through' });
		await expect(dialog.getByText('You: Find Ruairi')).toBeVisible();
		await expect(dialog.getByText('You: Message Ruairi')).toBeVisible();
		await expectAccessibleInEveryLook(page, 'the choice between two ways');
		await page.keyboard.press('Escape');
		await expect(dialog).toBeVisible();
		await page.evaluate(() => (window.trial.answer = { kind: 'kept' }));
		await press(page, keep === 'other' ? 'Keep the other way' : 'Keep this way');
		await expect(dialog).toHaveCount(0);
		await expectPage(page, keep === 'other' ? 'The story so far' : 'He says yes');
		const entries = await page.evaluate(() => window.trial.kept.at(-1)?.entries);
		const ours = { scene: 'wall-screen', choice: 'message' };
		expect(entries).toEqual(keep === 'other' ? theirs : [...theirs, { rewind: 0 }, ours]);
	});

test('what came back damaged is told in one line, and the story goes on', async ({ open }) => {
	const page = await open({ saved: savedAfter(wayTo(1), { notice: 'damaged' }) });
	await expect(page.getByText('Part of what was saved could not be read.')).toBeVisible();
	await press(page, 'Go on');
	await expectPage(page, 'The garden room');
});

test('stopping ends the sitting on a page that says so, where the place asks for that', async ({ open }) => {
	const page = await open({ closingPage: true });
	await press(page, 'Start');
	await press(page, 'Step away');
	await press(page, 'Stop here');
	await expectPage(page, 'You can close this window');
	await expectAccessibleInEveryLook(page, 'the closing page');
});

test('without a connection stopping leads to a page of our own, since there is no other to go to', async ({
	open,
	context
}) => {
	const page = await open();
	await press(page, 'Start');
	await context.setOffline(true);
	await press(page, 'Step away');
	await press(page, 'Stop here');
	await expectPage(page, 'You can close this window');
	expect(await page.evaluate(() => window.trial.exits)).toBe(0);
});

test('without a connection the later screens say so, and come when it is back', async ({ open, context }) => {
	const page = await open();
	await context.setOffline(true);
	await press(page, 'Start');
	await press(page, /^Find Ruairi/);
	await press(page, 'Go on');
	await expectPage(page, 'Three columns');
	await expect(page.getByText('The next part could not be loaded.')).toBeVisible();
	await context.setOffline(false);
	await expect(page.getByRole('group', { name: 'Lifts to the dental clinic' })).toBeVisible();
	await expect(page.getByText('The next part could not be loaded.')).toHaveCount(0);
});
