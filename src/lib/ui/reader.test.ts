import { describe, expect, it } from 'vitest';
import { defaultReaderSettings, loadReaderSettings, parseReaderSettings, saveReaderSettings } from './reader.ts';

describe('parseReaderSettings', () => {
	it('reads back what was kept', () => {
		const chosen = { text: 'larger', spacing: 'wide', face: 'sans', theme: 'dark' } as const;
		expect(parseReaderSettings(JSON.stringify(chosen))).toEqual(chosen);
	});
	it.each([null, '', 'no json', 'null', '7', '{"theme":"pink","text":4}'])('takes the defaults for %j', (stored) => {
		expect(parseReaderSettings(stored)).toEqual(defaultReaderSettings);
	});
});

describe('where storage is refused', () => {
	it('loads the defaults and says that nothing was kept', () => {
		expect(loadReaderSettings()).toEqual(defaultReaderSettings);
		expect(saveReaderSettings({ ...defaultReaderSettings, theme: 'dark' })).toBe(false);
	});
});
