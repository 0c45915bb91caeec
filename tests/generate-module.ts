import type { ModuleFile, SceneFile } from '#lib/course/module-schema.ts';

/** What to generate: the same numbers give the same module. */
export type GenerateOptions = {
	/** How many scenes, endings included; at least 12. */
	scenes: number;
	/** Share of scenes, 0..1, in which something depends on an earlier choice. */
	referringBack: number;
	/** How far back they refer, in scenes. */
	reach?: number;
};

/**
 * A module of any size, for benchmarks and tests. It is built from blocks: a decision, what follows each of its three
 * choices, and a scene where they meet; every fifth block has an activity instead of the last. Ids say what stands where.
 */
export function generateModule({ scenes: wanted, referringBack, reach = 200 }: GenerateOptions): ModuleFile {
	const perBlock = 5;
	const endings = ['all-good', 'so-so'];
	const blocks = Math.max(2, Math.floor((wanted - endings.length) / perBlock));
	const every = referringBack > 0 ? Math.max(1, Math.round(1 / (referringBack * perBlock))) : Infinity;
	const scenes: Record<string, SceneFile>[] = [{}, {}];
	for (let block = 0; block < blocks; block += 1) {
		const into = scenes[block < blocks / 2 ? 0 : 1]!;
		const back = Math.max(0, block - Math.max(1, Math.floor(reach / perBlock)));
		const asks = block > 0 && block % every === 0 ? `chose decision-${back}/first` : undefined;
		const next = block + 1 < blocks ? `decision-${block + 1}` : 'last';
		into[`decision-${block}`] = decision(block, asks);
		for (const [index, name] of CHOICES.entries())
			into[`${name}-${block}`] = passage(`${name}-${block}`, block * 7 + index, `meeting-${block}`);
		into[`meeting-${block}`] =
			block % 5 === 4 ? activity(block, next) : passage(`meeting-${block}`, block * 7 + 5, next, asks);
	}
	scenes[1]!['last'] = {
		route: [{ when: 'trust >= 3', to: 'all-good' }, { to: 'so-so' }]
	};
	return {
		id: `generated-${wanted}`,
		title: 'A generated module',
		summary: 'It is as long as it was asked to be.',
		you_are: 'Sam, who tests things',
		minutes: 15,
		content_notes: [],
		start: 'decision-0',
		objectives: {
			ask: { text: 'Ask before deciding for somebody', need: 2 },
			share: { text: 'Share work fairly', need: 1 }
		},
		cast: {
			mo: {
				name: 'Mo Sand',
				role: 'Colleague',
				portrait: { head: 'short1', skin: 'tan', hair: 'black', clothing: 'moss' }
			}
		},
		meters: { trust: { label: 'How freely Mo talks', from: 0, to: 4, start: 2, bands: { low: 0, high: 3 } } },
		chapters: scenes.map((inside, index) => ({
			id: `chapter-${index + 1}`,
			title: `Chapter ${index + 1}`,
			part: index + 1,
			scenes: inside
		})),
		asides: { 'who-is-mo': { link: 'Who is Mo?', title: 'Mo', text: 'Mo has worked here for years.' } },
		endings: Object.fromEntries(endings.map((id, index) => [id, { title: id, text: prose(index + 3) }])),
		script: Array.from({ length: blocks }, (_, block) => `decision-${block}/second`),
		reflection: { ask: 'What did you try?' },
		next_shift: 'Ask one question.'
	};
}

const CHOICES = ['first', 'second', 'third'] as const;

function decision(block: number, asks: string | undefined): SceneFile {
	// The better choice stands in another place in each decision.
	const best = block % CHOICES.length;
	return {
		title: `Decision ${block}`,
		who: { mo: 'calm' },
		asides: block === 0 ? ['who-is-mo'] : undefined,
		text: asks === undefined ? prose(block) : [{ when: asks, text: prose(block + 1) }, { text: prose(block) }],
		choices: Object.fromEntries(
			CHOICES.map((name, index) => [
				name,
				{
					say: SAYINGS[(block + index) % SAYINGS.length]!,
					to: `${name}-${block}`,
					meters: { trust: index === best ? 1 : -1 },
					score: { [block % 2 === 0 ? 'ask' : 'share']: index === best ? 1 : 0 },
					move: index === best ? (block % 2 === 0 ? 'act' : 'ask') : index === 0 ? 'ask' : 'wait'
				}
			])
		),
		debrief: {
			finding: 'Asking first was found to help.',
			limits: 'A handful of interviews.',
			claims: ['role-clarity-central']
		}
	};
}

function passage(id: string, seed: number, next: string, asks?: string): SceneFile {
	return {
		title: `Scene ${id}`,
		text: prose(seed),
		next: asks === undefined ? next : [{ when: asks, to: next }, { to: next }]
	};
}

function activity(block: number, next: string): SceneFile {
	return {
		title: `Whose is it? ${block}`,
		sort: {
			ask: 'Whose task is this?',
			into: { mine: 'Mine', ours: 'Ours' },
			items: Object.fromEntries(
				['letters', 'lifts', 'keys', 'lists'].map((id) => [id, { text: `The ${id}`, in: 'ours' }])
			)
		},
		next
	};
}

const SENTENCES = [
	'Mo puts the keys on the desk and looks at the list.',
	'The phone rings twice and stops.',
	'You have ten minutes before the next visit.',
	'Somebody has left a cup of tea on the shelf.',
	'It has been a long week for all of you.',
	'The rain has not let up since nine.',
	'Two people still wait for a call back today.',
	'“I can take one of them,” says Mo, and waits.'
];

const SAYINGS = [
	'Ask Mo what the day is like first.',
	'Take the first call yourself, right away.',
	'Put both on the list for Monday.',
	'Leave it until the others are back.'
];

/** About fifty words. */
function prose(seed: number): string {
	return Array.from({ length: 6 }, (_, index) => SENTENCES[(seed * 3 + index) % SENTENCES.length]).join(' ');
}
