import type { Mood } from '#lib/course/portrait.ts';

/** The faces of open-peeps that portraits are put together from. */
export type PeepsFace =
	| 'blank'
	| 'calm'
	| 'concerned'
	| 'contempt'
	| 'driven'
	| 'explaining'
	| 'old'
	| 'serious'
	| 'smile'
	| 'smileLOL'
	| 'solemn'
	| 'suspicious'
	| 'tired';

/**
 * Which face a mood wears: eyes and brows from one, nose and mouth from another.
 * Six stand as the artist drew them. The rest are mixed, because the style's own serious face joins its brows into a
 * glare, its laugh weeps and its surprise is a cartoon's: colleagues at work look like none of those.
 */
export const faceOfMood: Record<Mood, { eyes: PeepsFace; mouth: PeepsFace }> = {
	calm: { eyes: 'smile', mouth: 'contempt' },
	smile: { eyes: 'smile', mouth: 'smile' },
	laugh: { eyes: 'calm', mouth: 'smileLOL' },
	wry: { eyes: 'suspicious', mouth: 'smile' },
	serious: { eyes: 'old', mouth: 'serious' },
	solemn: { eyes: 'contempt', mouth: 'tired' },
	concerned: { eyes: 'concerned', mouth: 'solemn' },
	explaining: { eyes: 'explaining', mouth: 'explaining' },
	thinking: { eyes: 'suspicious', mouth: 'suspicious' },
	tired: { eyes: 'tired', mouth: 'tired' },
	surprised: { eyes: 'explaining', mouth: 'blank' },
	driven: { eyes: 'driven', mouth: 'driven' }
};

/** Faces whose mouth is open: its inside stays dark on a dark face, and gets a light edge instead. */
export const openMouths: readonly PeepsFace[] = ['explaining', 'smileLOL'];
