import { expect, it } from 'vitest';
import { checkFiles } from '../../../../tests/support/check-files.ts';
import { patchedSample } from '../../../../tests/support/explained.ts';

it('shows the beginning of a long address, not all of it', async () => {
	const yaml = `summary: "[a picture](data:image/png;base64,${'A'.repeat(50_000)})"\n`;
	const { problems } = await checkFiles(patchedSample([{ file: 'visit.yaml', yaml, isWhole: false }]));
	const messages = problems.flatMap(({ code, message }) => (code === 'bad-link' ? [message] : []));
	expect(messages).toEqual([`The link to “data:image/png;base64,${'A'.repeat(58)}…” does not lead to a web address.`]);
});
