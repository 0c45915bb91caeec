import { expect } from '@playwright/test';
import { expectAccessibleInEveryLook } from '../access.ts';
import { savedAfter } from './harness/trial.ts';
import { expectPage, press, test } from './trial-page.ts';
import { wayTo, wayToTheEnd } from './ways.ts';

test('the first screen says what one should know before starting', async ({ open }) => {
	const page = await open();
	for (const text of [
		'You play one colleague; that is no guess about you.',
		'A colleague makes a joke about a peer worker, once.',
		'Your organisation sees that you finished, and when.',
		'Written from published research. No peer worker has written or reviewed this module yet.',
		'Same credit, and nobody sees which.'
	])
		await expect(page.getByText(text)).toBeVisible();
	await page.getByText('People you can talk to').click();
	await expect(page.getByText('Outside line management')).toBeVisible();
	await expectAccessibleInEveryLook(page, 'the first screen');
});

test('contacts that are entered twice are shown twice, and nothing breaks', async ({ open }) => {
	const page = await open({ contacts: 'twice' });
	await page.getByText('People you can talk to').click();
	await expect(page.getByText('Amal Haddad, staff support')).toHaveCount(2);
	await press(page, 'Start');
	await expectPage(page, 'The wall screen');
});

test('a copy without contacts is marked, and a passing score is said before starting', async ({ open }) => {
	const page = await open({ contacts: false, passingScaled: 0.6 });
	await expect(page.getByText('This is a trial copy')).toBeVisible();
	await expect(page.getByText('Here Harbour Trust asks for 60 in 100.')).toBeVisible();
});

test('a decision shows its choices in written order; the next scene echoes the one taken', async ({ open }) => {
	const page = await open();
	await press(page, 'Start');
	await expectPage(page, 'The wall screen');
	await expect(page).toHaveTitle('The wall screen – White Thursday');
	const group = page.getByRole('group', { name: 'What do you do?' });
	await expect(group.getByRole('button')).toHaveText([/^Message Ruairi/, /^Find Ruairi/, /^“It’s the driver/]);
	await expectAccessibleInEveryLook(page, 'a decision');
	await press(page, /^Find Ruairi/);
	await expectPage(page, 'The garden room');
	await expect(page.getByText('You: Find Ruairi first')).toBeVisible();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	await expectAccessibleInEveryLook(page, 'a passage');
});

test('a sort wants an answer for each item, and answers with reasons, not with a score', async ({ open }) => {
	const page = await open({ saved: savedAfter(wayTo(1)) });
	await press(page, 'Go on');
	await press(page, 'Go on');
	await expectPage(page, 'Three columns');
	const lifts = page.getByRole('group', { name: 'Lifts to the dental clinic' });
	await lifts.getByLabel('Shared').check();
	await press(page, 'That is how I see it');
	await expect(page.getByRole('alert')).toContainText('still need an answer');
	await expect(page.getByRole('radio', { name: 'Peer role' }).first()).toBeFocused();
	await expectAccessibleInEveryLook(page, 'a sort');
	for (const index of [0, 2]) await page.getByLabel('Shared').nth(index).check();
	await press(page, 'That is how I see it');
	await expectPage(page, 'Looking at it together');
	await expect(page.getByText('In this story: Peer role')).toBeVisible();
	await expect(page.getByText('Anyone may offer one.')).toBeVisible();
	await expectAccessibleInEveryLook(page, 'feedback');
});

test('a rating can be left out and is never kept', async ({ open }) => {
	const page = await open({ saved: savedAfter(wayTo(2)) });
	await press(page, 'Go on');
	await expectPage(page, 'A question for yourself');
	await expectAccessibleInEveryLook(page, 'a rating');
	await page.getByRole('radio').nth(3).check();
	await press(page, 'Go on');
	expect(await page.evaluate(() => window.trial.kept)).toEqual([]);
});

test('the end of a part offers to stop', async ({ open }) => {
	const page = await open({ saved: savedAfter(wayTo(2)) });
	await press(page, 'Go on');
	await press(page, 'Go on');
	await expectPage(page, 'Part 1 ends here');
	await expect(page.getByText('Ruairi nods at you in the corridor now')).toBeVisible();
	await expect(page.getByText('Part 1 of 2')).toBeVisible();
	await expectAccessibleInEveryLook(page, 'the end of a part');
	await press(page, 'Stop here');
	expect(await page.evaluate(() => window.trial.exits)).toBe(1);
});

test('a selection may be anything, none included', async ({ open }) => {
	const page = await open({ saved: savedAfter(wayTo(3)) });
	await press(page, 'Go on');
	await press(page, 'Go on');
	await expectPage(page, 'The white space');
	await expectAccessibleInEveryLook(page, 'a selection');
	await press(page, 'That is how I see it');
	await expectPage(page, 'Looking at it together');
	const entries = await page.evaluate(() => window.trial.kept.at(-1)?.entries.at(-1));
	expect(entries).toEqual({ scene: 'what-applies', response: { walkins: 'no', nothing: 'no', phone: 'no' } });
});

test('a phrase in a document opens, changes, and can be left as it is', async ({ open }) => {
	const page = await open({ saved: savedAfter(wayTo(4)) });
	await press(page, 'Go on');
	await expectPage(page, 'The handover note');
	await press(page, 'refused');
	await page.getByRole('radio', { name: 'chose not to come to' }).check();
	await expect(page.getByRole('button', { name: 'chose not to come to' })).toHaveAttribute('aria-expanded', 'true');
	await expect(page.locator('.document p').first(), 'what is open stands after the sentence').toHaveText(
		'Mr A. chose not to come to the group again. He is attention-seeking and was seen in the garden room twice.'
	);
	await expectAccessibleInEveryLook(page, 'a document to reword');
	await press(page, 'That is how I would write it');
	await expectPage(page, 'Looking at it together');
	await expect(page.getByText('You wrote: “chose not to come to”')).toBeVisible();
	await expect(page.getByText('It could also read: “asking to talk to someone”')).toBeVisible();
	const entry = await page.evaluate(() => window.trial.kept.at(-1)?.entries.at(-1));
	expect(entry).toEqual({ scene: 'the-note', response: { refused: 'chose', attention: 'keep', peer: 'keep' } });
});

test('what is written for oneself goes to the journal and nowhere else', async ({ open }) => {
	const page = await open({ saved: savedAfter(wayToTheEnd) });
	await press(page, 'Read how it ended');
	await expectPage(page, 'A quiet minute');
	await page.getByRole('textbox', { name: 'Whose time would you have filled?' }).fill('His, I think.');
	await expectAccessibleInEveryLook(page, 'a reflection');
	await press(page, 'Keep in my journal');
	await expect(page.getByText('Kept in your journal.')).toBeVisible();
	// A tired thumb presses twice: the same words are one note.
	await press(page, 'Keep in my journal');
	const { notes, kept } = await page.evaluate(() => window.trial);
	expect(notes).toMatchObject([{ place: 'quiet-minute', text: 'His, I think.' }]);
	expect(JSON.stringify(kept)).not.toContain('His, I think.');
});

test('an ending says that the story is over, and leads on to the debrief', async ({ open }) => {
	const page = await open({ saved: savedAfter(wayToTheEnd) });
	await press(page, 'Read how it ended');
	for (const name of ['Go on', 'Go on']) await press(page, name);
	await expectPage(page, 'The white space stays white');
	await expectAccessibleInEveryLook(page, 'an ending');
	await press(page, 'Go on');
	await expect(page.getByRole('button', { name: 'Look back' })).toBeVisible();
});

test('in a package a reflection is kept on the device only where that is ticked', async ({ open }) => {
	const page = await open({ journal: false, saved: savedAfter(wayToTheEnd) });
	const stored = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('alongside-note')));
	await press(page, 'Read how it ended');
	await page.getByRole('textbox').fill('Mine.');
	expect(await stored()).toEqual([]);
	await page.getByRole('checkbox', { name: /^Keep on this device/ }).check();
	expect(await stored()).toEqual(['alongside-note/trial/quiet-minute']);
	await page.reload();
	await press(page, 'Read how it ended');
	await expect(page.getByRole('textbox')).toHaveValue('Mine.');
	await page.getByRole('checkbox', { name: /^Keep on this device/ }).uncheck();
	expect(await stored()).toEqual([]);
});

test('long words, larger text and right to left break nothing', async ({ open }) => {
	// axe looks eight times.
	test.slow();
	for (const locale of ['en-XA', 'ar-XB'] as const) {
		const page = await open({ locale, saved: savedAfter(wayTo(1), { notice: 'changed' }) });
		await page.evaluate(() => document.documentElement.setAttribute('data-text', 'larger'));
		await expectAccessibleInEveryLook(page, `the story so far in ${locale}`);
	}
});
