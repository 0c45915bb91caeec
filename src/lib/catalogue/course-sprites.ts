import type { CourseFile } from '#lib/course/course-schema.ts';
import type { CourseSource } from '#lib/course/course-source.ts';
import type { Mood, Portrait } from '#lib/course/portrait.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import type { LoadedModule } from './catalogue.ts';
import { loadSprite } from './portraits.ts';

/**
 * Draws everybody of a course once, with every mood that any of its modules shows them in, so that modules share files.
 * @returns the sprites of the people of one module
 */
export async function spritesFor(
	source: CourseSource,
	file: CourseFile,
	plays: readonly PlayModule[],
	cacheDir: string | null
): Promise<(play: PlayModule) => LoadedModule['sprites']> {
	const portraitOf = (module: string, person: string): Portrait | undefined =>
		(source.modules.find(({ id }) => id === module)?.file?.cast?.[person] ?? file.cast?.[person])?.portrait;
	const moods = new Map<string, Set<Mood>>();
	for (const play of plays)
		for (const person of Object.keys(play.cast)) {
			const key = JSON.stringify(portraitOf(play.id, person));
			const shown = moods.get(key) ?? new Set<Mood>();
			for (const scene of Object.values(play.scenes))
				// A mood comes from the schema's list; the compiled module holds it as a plain text.
				for (const one of scene.who) if (one.person === person) shown.add(one.mood as Mood);
			moods.set(key, shown);
		}
	const sprites = new Map<string, { svg: string; hash: string }>();
	for (const [key, shown] of moods)
		sprites.set(key, await loadSprite({ portrait: JSON.parse(key) as Portrait, moods: shown, cacheDir }));
	return (play) =>
		Object.fromEntries(
			Object.keys(play.cast).flatMap((person) => {
				const sprite = sprites.get(JSON.stringify(portraitOf(play.id, person)));
				return sprite ? [[person, sprite]] : [];
			})
		);
}
