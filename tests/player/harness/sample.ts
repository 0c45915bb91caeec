import type { ModuleFile } from '#lib/course/module-schema.ts';

const portraits = {
	delphine: { head: 'bun2', skin: 'deep', hair: 'black', clothing: 'plum', glasses: 'glasses' },
	ruairi: { head: 'short4', skin: 'pale', hair: 'auburn', clothing: 'moss', beard: 'full2' },
	wen: { head: 'medium1', skin: 'tan', hair: 'black', clothing: 'sea' }
} as const;

/** A small module with every kind of scene, for trying the player out and for its browser tests. Never shipped. */
export const sample: ModuleFile = {
	id: 'white-thursday',
	title: 'White Thursday',
	summary: 'An empty calendar, two people who need a lift, and a colleague whose work does not look like work.',
	you_are: 'Noor, occupational therapist in a community team',
	minutes: 12,
	content_notes: [
		{ topic: 'mockery', note: 'A colleague makes a joke about a peer worker, once.' },
		{ topic: 'stigmatising-words', note: 'A handover note with words that get in the way.' }
	],
	start: 'wall-screen',
	objectives: {
		ask: { text: 'Find out what someone’s time is for before filling it', need: 2 },
		words: { text: 'Write what you saw, in words the person could read', need: 2 }
	},
	cast: {
		delphine: {
			name: 'Delphine Osei',
			role: 'Team manager',
			about: 'Runs the team, and most of its meetings.',
			portrait: portraits.delphine
		},
		ruairi: {
			name: 'Ruairi Keane',
			role: '{setting: peer-role-title}',
			about: 'Started in spring. His Thursdays look empty.',
			portrait: portraits.ruairi
		},
		wen: { name: 'Wen Zhao', role: 'Nurse', about: 'Has worked here longest.', portrait: portraits.wen }
	},
	meters: {
		openness: { label: 'How freely Ruairi talks to you', from: 0, to: 5, start: 2, bands: { guarded: 0, open: 3 } }
	},
	chapters: [
		{
			id: 'thursday',
			title: 'Thursday, ten past nine',
			part: 1,
			closing: [
				{ when: 'openness >= 3', text: 'Ruairi nods at you in the corridor now, and slows down.' },
				{ text: 'Ruairi is polite, and always on his way somewhere.' }
			],
			scenes: {
				'wall-screen': {
					title: 'The wall screen',
					who: { delphine: 'serious' },
					text: 'Two people need lifts to the dental clinic at two, and the driver has rung in sick. Delphine rubs her eyes and scrolls the team calendar on the wall. Your afternoon is solid. So is hers. Ruairi’s Thursday is white from top to bottom.\n\n“Well,” she says, to nobody in particular. “Somebody’s free.”',
					asides: ['who-is-ruairi'],
					choices: {
						message: {
							say: 'Message Ruairi: could he take both lifts, since he’s free?',
							to: 'he-says-yes',
							meters: { openness: -1 },
							score: { ask: 0 }
						},
						ask: {
							say: 'Find Ruairi first and ask what his Thursdays are for.',
							to: 'garden-room',
							meters: { openness: 1 },
							score: { ask: 2 }
						},
						gap: {
							say: '“It’s the driver we’re short of. Can we book a taxi this week and talk cover on Monday?”',
							to: 'taxi',
							score: { ask: 1 }
						}
					},
					debrief: {
						finding:
							'When a service runs short, the newest and least defined role tends to absorb the gap, and then keeps it.',
						limits: 'One case study and several interview studies; how often it happens has not been counted.',
						happened: {
							message: 'It was friendly, and it worked. That is how the lifts became his.',
							ask: 'It cost you four minutes, and changed what you saw when you looked at that screen.',
							gap: 'The gap stayed the team’s. You still did not know what his Thursdays were for.'
						},
						other_side: {
							who: 'ruairi',
							text: {
								message: 'It was a kind message. He had told three people he would be in.',
								ask: 'Nobody had asked before. He told you less than he could have, and more than he had told anyone else.',
								gap: 'He heard about it later, and wondered who had kept his afternoon free.'
							}
						},
						claims: ['role-gap-filling']
					}
				},
				'he-says-yes': {
					title: 'He says yes',
					who: { ruairi: 'calm' },
					text: 'He answers within the minute.\n\n“No problem. What time?”\n\nAt two you see three people by the garden room door. They wait a while, and then they do not.',
					next: 'map-the-work'
				},
				'garden-room': {
					title: 'The garden room',
					who: { ruairi: 'explaining', wen: 'thinking' },
					text: 'He moves his bag so that you can sit.\n\n“Nobody books me on Thursdays. That’s why they come.” He stops there, and you don’t ask. Wen holds the door open with her foot, listening.',
					next: 'map-the-work'
				},
				taxi: {
					title: 'The taxi',
					who: { delphine: 'smile' },
					text: 'Delphine looks at the budget line, then at you.\n\n“One taxi. And you put it on Monday’s list.”',
					next: 'map-the-work'
				},
				'map-the-work': {
					title: 'Three columns',
					who: { delphine: 'calm', ruairi: 'calm', wen: 'smile' },
					text: 'Delphine draws three columns on the board and hands out the pens.',
					sort: {
						ask: 'Where would you put each of these, in this team?',
						into: { peer: 'Peer role', shared: 'Shared', other: 'Not the peer role' },
						items: {
							review: {
								text: 'Sitting with someone beforehand to work out what they want to say at their review',
								in: 'peer',
								because: 'It starts from what the person wants, and nobody else has the time set aside.'
							},
							lifts: {
								text: 'Lifts to the dental clinic',
								in: 'shared',
								because: 'Anyone may offer one. It belongs to nobody’s role, so it needs a plan.'
							},
							tablets: {
								text: 'Checking that someone took their tablets',
								in: 'other',
								because: 'Watching and keeping trust pull in *opposite* directions.'
							}
						}
					},
					score: { ask: 2 },
					next: 'how-sure'
				},
				'how-sure': {
					title: 'A question for yourself',
					rate: {
						ask: 'How sure are you what Ruairi’s Thursdays are for?',
						low: 'Not at all',
						high: 'Quite sure',
						steps: 5
					},
					next: 'the-joke'
				}
			}
		},
		{
			id: 'friday',
			title: 'Friday, the kitchen',
			part: 2,
			closing: 'Wen has started to ask before she writes.',
			scenes: {
				'the-joke': {
					title: 'The joke',
					who: { wen: 'laugh', ruairi: 'solemn' },
					flag: ['mockery'],
					text: 'Somebody has drawn a hammock on the calendar, across the whole of Ruairi’s Thursday. Wen laughs before she sees him.\n\n“Must be nice,” she says.',
					skip: { text: 'Somebody makes a joke about Ruairi’s empty calendar. He has heard it.', as: 'say-something' },
					choices: {
						'say-something': { say: '“It’s his busiest day. Ask him.”', to: 'after-the-joke' },
						'wipe-it': { say: 'Wipe the drawing off and say nothing.', to: 'after-the-joke' }
					}
				},
				'after-the-joke': {
					title: 'After the joke',
					who: { ruairi: 'wry' },
					flag: ['mockery'],
					text: 'Ruairi fills the kettle.\n\n“I’d have drawn it better,” he says. He does not turn round for a while.',
					skip: { text: 'It passes, and people go back to work.' },
					next: 'what-applies'
				},
				'what-applies': {
					title: 'The white space',
					text: 'On your screen, Thursday is still white.',
					asides: ['who-is-ruairi'],
					select: {
						ask: 'Which of these could a white space in a calendar mean?',
						options: {
							walkins: {
								text: 'Time kept for people who walk in',
								applies: true,
								because: 'Open time is work that cannot be booked.'
							},
							nothing: { text: 'Nothing to do', applies: false, because: 'You cannot tell that from a calendar.' },
							phone: { text: 'Calls and notes that nobody enters', applies: true }
						}
					},
					next: 'the-note'
				},
				'the-note': {
					title: 'The handover note',
					who: { wen: 'concerned' },
					text: '“Read it before I send it?” says Wen.',
					reword: {
						ask: 'Change what gets in the way.',
						document:
							'Mr A. {phrase: refused} the group again. He is {phrase: attention} and was seen in the garden room *twice*.\n\nSeen by R. Keane, {phrase: peer}.',
						phrases: {
							refused: {
								text: 'refused',
								keep: { fits: false, because: 'It tells what we wanted, not what he did.' },
								options: {
									chose: { say: 'chose not to come to', fits: true, because: 'It says what he did.' },
									failed: { say: 'failed to attend', fits: false, because: 'It makes it an offence.' }
								}
							},
							attention: {
								text: 'attention-seeking',
								keep: { fits: false, because: 'It guesses at a reason, and it sticks.' },
								options: {
									asked: { say: 'asking to talk to someone', fits: true, because: 'It says what you saw.' },
									needy: { say: 'very needy today', fits: false, because: 'It is still a guess.' }
								}
							},
							peer: {
								text: 'peer worker',
								keep: { fits: true, because: 'That is his role.' },
								options: {
									helper: { say: 'our helper', fits: false, because: 'It makes the role smaller than it is.' }
								}
							}
						}
					},
					score: { words: 2 },
					debrief: {
						finding: 'Readers of a note take over its attitude along with its facts.',
						limits: 'Shown in experiments with written cases; less is known about wards.',
						claims: ['role-gap-filling']
					},
					next: 'monday'
				},
				monday: {
					title: 'Monday’s list',
					who: { delphine: 'thinking', ruairi: 'calm' },
					text: [
						{
							when: 'openness >= 3',
							text: 'Ruairi has kept you a chair. Delphine reads out the list: lifts, cover, the calendar.\n\n“Who takes the calendar?”'
						},
						{ text: 'Delphine reads out the list: lifts, cover, the calendar.\n\n“Who takes the calendar?”' }
					],
					question: 'What do you say?',
					choices: {
						together: {
							say: '“Ruairi and I could write down what Thursdays are for.”',
							to: 'quiet-minute',
							score: { words: 1 }
						},
						'leave-it': {
							say: '“Could we leave the calendar for now? Cover is more urgent.”',
							to: 'quiet-minute',
							score: { words: 0 }
						},
						'his-word': {
							say: 'Ask Ruairi how he would like it put.',
							to: 'quiet-minute',
							when: 'openness >= 3',
							score: { words: 2 }
						}
					},
					debrief: {
						finding: 'Time that has a name is kept; time without one is filled.',
						limits: 'Interview studies in several countries; nobody has measured how much it helps.',
						other_side: { who: 'delphine', text: 'She needed one thing off her list that morning.' },
						claims: ['role-gap-filling']
					}
				},
				'quiet-minute': {
					title: 'A quiet minute',
					reflect: {
						ask: 'Whose time would you have filled?',
						prompts: ['What did it look like from outside?', 'Whom could you ask?']
					},
					next: [{ when: 'openness >= 2', to: 'stays-white' }, { to: 'became-his' }]
				}
			}
		}
	],
	asides: {
		'who-is-ruairi': {
			link: 'Who is Ruairi?',
			title: 'Ruairi Keane',
			text: 'Ruairi started in spring.\n\n{setting: local-role-description}'
		}
	},
	endings: {
		'stays-white': {
			title: 'The white space stays white',
			who: { ruairi: 'smile' },
			text: 'A taxi took two people to the dentist. By Monday the team had a plan for the next time, and Ruairi’s Thursday was still his.',
			offer: ['wall-screen']
		},
		'became-his': {
			title: 'The lifts are his now',
			who: { ruairi: 'calm' },
			text: 'The lifts are on the calendar in his colour. Three people have stopped coming to the garden room.',
			offer: ['wall-screen']
		}
	},
	script: ['wall-screen/ask', 'the-joke/say-something', 'monday/together'],
	reflection: {
		ask: 'Whose time in your team looks empty on the calendar and is not?',
		prompts: ['How would you find out?']
	},
	next_shift: 'Look at the calendar of someone whose time looks empty, and ask what it is for.'
};
