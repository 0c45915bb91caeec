import type { ModuleFile } from '#lib/course/module-schema.ts';

type Scenes = ModuleFile['chapters'][number]['scenes'];

/** A small module with every construct of the statechart: chapters, routes, activities, private scenes, asides, meters. */
export function sampleFile(): ModuleFile {
	return {
		id: 'sample',
		title: 'A sample',
		summary: 'Every construct once.',
		you_are: 'You, in a test',
		minutes: 5,
		content_notes: [{ topic: 'suicide', note: 'Named once.' }],
		start: 'arrive',
		objectives: {
			ask: { text: 'Ask first', need: 2 },
			explain: { text: 'Say what it is', need: 2 }
		},
		meters: {
			trust: { label: 'Trust', from: 0, to: 5, start: 2, bands: { low: 0, steady: 2, high: 4 } }
		},
		chapters: [
			{
				id: 'monday',
				title: 'Monday',
				part: 1,
				closing: [{ when: 'trust is high', text: 'They wave.' }, { text: 'They nod.' }],
				scenes: mondayScenes()
			},
			{ id: 'tuesday', title: 'Tuesday', part: 2, scenes: tuesdayScenes() }
		],
		asides: { who: { link: 'Who is this?', title: 'Who', text: 'Somebody.' } },
		endings: {
			good: { title: 'Good', text: 'It went well.' },
			other: { title: 'Other', text: 'It went.', offer: ['first'] }
		},
		script: ['first/ask', 'flagged/together', 'last/stay'],
		reflection: { ask: 'What now?' },
		next_shift: 'Ask one thing.'
	};
}

function mondayScenes(): Scenes {
	return {
		arrive: { title: 'Arrive', text: 'You arrive.', asides: ['who'], next: 'first' },
		first: {
			title: 'First',
			text: 'What now?',
			asides: ['who'],
			choices: {
				ask: { say: 'Ask.', to: 'answered', meters: { trust: 2 }, score: { ask: 2 } },
				tell: { say: 'Tell.', to: 'crossroads', meters: { trust: -1 }, score: { ask: 0 } }
			},
			debrief: {
				happened: { ask: 'You asked.', tell: 'You told.' },
				finding: 'Asking helps.',
				limits: 'One small study.',
				claims: ['role-gap-filling']
			}
		},
		answered: { title: 'Answered', text: '“Thanks,” they say.', next: 'crossroads' },
		crossroads: { route: [{ when: 'chose first/tell', to: 'repair' }, { to: 'sorting' }] },
		repair: {
			title: 'Repair',
			text: 'It is quiet.',
			choices: {
				sorry: {
					say: 'Say sorry.',
					to: [{ when: 'trust >= 2', to: 'sorting' }, { to: 'pause' }],
					meters: { trust: 1 }
				},
				back: { say: 'Start again.', to: 'arrive' }
			}
		},
		pause: { title: 'Pause', rate: { ask: 'How sure?', low: 'not', high: 'very', steps: 5 }, next: 'sorting' },
		sorting: {
			title: 'Sorting',
			sort: {
				ask: 'Whose is this?',
				into: { peer: 'Peer', shared: 'Shared', other: 'Other' },
				items: {
					lifts: { text: 'Lifts', in: 'shared', because: 'Anyone may.' },
					pills: { text: 'Pills', in: 'other' },
					walks: { text: 'Walks', in: ['peer', 'shared'] }
				}
			},
			score: { explain: 2 },
			next: 'flagged'
		}
	};
}

function tuesdayScenes(): Scenes {
	return {
		flagged: {
			title: 'Flagged',
			text: 'Something hard.',
			flag: ['suicide'],
			skip: { text: 'They ring together.', as: 'together' },
			choices: {
				together: { say: 'Ring together.', to: 'think' },
				alone: { say: 'Ring alone.', to: 'think' }
			}
		},
		think: { title: 'Think', reflect: { ask: 'What stays with you?' }, next: 'last' },
		last: {
			title: 'Last',
			text: 'One more.',
			choices: {
				stay: { say: 'Stay.', to: [{ when: 'score ask >= 2 and visited answered', to: 'good' }, { to: 'other' }] },
				leave: { say: 'Leave.', to: 'other' },
				thank: { say: 'Thank them.', to: 'good', when: 'trust is high' }
			}
		}
	};
}
