import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { memoryTracker } from '#lib/tracking/memory.ts';
import { compiledSample } from '../../../tests/player/harness/compiled.ts';
import Player from './Player.svelte';

it('draws its first screen on a server, where there is no window', () => {
	const { body } = render(Player, {
		props: {
			module: compiledSample(),
			saved: null,
			tracker: memoryTracker(),
			history: { push: () => undefined, listen: () => () => undefined },
			context: {
				courseTitle: 'Working alongside',
				organisation: 'Harbour Trust',
				supportContacts: [],
				recorded: ['Nothing is recorded.'],
				passingScaled: null,
				reviewed: [],
				trial: true,
				keepsJournal: false,
				portraitUrl: () => '',
				now: () => '2026-11-22T10:00:00.000Z'
			},
			onexit: () => undefined
		}
	});
	expect(body).toContain('White Thursday</h1>');
	expect(body).toContain('Nothing is recorded.');
});
