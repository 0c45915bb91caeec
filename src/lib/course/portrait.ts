import { z } from 'zod';

/** How a person can look in a scene. Each maps to one face of DiceBear's open-peeps; see `portraits.ts` in packaging. */
export const moods = [
	'calm',
	'smile',
	'laugh',
	'wry',
	'serious',
	'solemn',
	'concerned',
	'explaining',
	'thinking',
	'tired',
	'surprised',
	'driven'
] as const;

/** One of the moods. */
export type Mood = (typeof moods)[number];

/** Head shapes of open-peeps that suit grown-up colleagues. */
export const heads = [
	'afro',
	'bangs',
	'bangs2',
	'bantuKnots',
	'bun',
	'bun2',
	'buns',
	'cornrows',
	'cornrows2',
	'dreads1',
	'dreads2',
	'flatTop',
	'flatTopLong',
	'grayBun',
	'grayMedium',
	'grayShort',
	'hatBeanie',
	'hatHip',
	'hijab',
	'long',
	'longAfro',
	'longBangs',
	'longCurly',
	'medium1',
	'medium2',
	'medium3',
	'mediumBangs',
	'mediumBangs2',
	'mediumBangs3',
	'mediumStraight',
	'mohawk',
	'noHair1',
	'noHair2',
	'noHair3',
	'pomp',
	'shaved1',
	'shaved2',
	'shaved3',
	'short1',
	'short2',
	'short3',
	'short4',
	'short5',
	'turban',
	'twists',
	'twists2'
] as const;

/** Skin colours, light to deep. */
export const skins = { pale: 'ffdbb4', light: 'edb98a', tan: 'd08b5b', brown: 'ae5d29', deep: '694d3d' } as const;

/** Clothing colours: muted, and distinct from one another on the portrait's plate. */
export const clothings = {
	moss: '6f8f5f',
	plum: '8d5a86',
	rust: 'b4613a',
	ink: '44616f',
	sand: 'c9a66b',
	sea: '4f8f8c',
	rose: 'c0707c',
	slate: '6d7480',
	gold: 'cf9a2e',
	sky: '7aa5c4'
} as const;

/** Hair and headwear colours. */
export const hairs = {
	black: '2c1b18',
	brown: '4a312c',
	chestnut: '724133',
	auburn: 'a55728',
	sandy: 'b58143',
	blond: 'd6b370',
	silver: 'e8e1e1',
	red: 'c93305'
} as const;

/** What a portrait is drawn from; the same person always looks the same. */
export const portraitSchema = z.strictObject({
	head: z.enum(heads),
	skin: z.enum(Object.keys(skins) as [keyof typeof skins, ...(keyof typeof skins)[]]),
	hair: z.enum(Object.keys(hairs) as [keyof typeof hairs, ...(keyof typeof hairs)[]]),
	clothing: z.enum(Object.keys(clothings) as [keyof typeof clothings, ...(keyof typeof clothings)[]]),
	glasses: z.enum(['glasses', 'glasses2', 'glasses3', 'glasses4', 'glasses5']).optional(),
	beard: z
		.enum(['chin', 'full', 'full2', 'full3', 'full4', 'goatee1', 'goatee2', 'moustache1', 'moustache2'])
		.optional()
});

export type Portrait = z.infer<typeof portraitSchema>;
