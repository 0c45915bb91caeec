import { expect, it } from 'vitest';
import { compiledSample } from '../../../tests/player/harness/compiled.ts';
import type { Page } from './pages.ts';
import { titleOf } from './words.ts';

it('the tab says the heading of a page, that of a chapter’s end too', () => {
	const at = { module: compiledSample(), place: 3, scene: undefined, begun: true, away: false, closed: false };
	const end: Page = { kind: 'closing', visit: 1, chapter: 'friday', html: '', partEnds: null, youAre: null };
	expect(titleOf({ ...at, page: end })).toBe('End of “Friday, the kitchen” – White Thursday');
	expect(titleOf({ ...at, page: { ...end, partEnds: 1 } })).toBe('Part 1 ends here – White Thursday');
});
