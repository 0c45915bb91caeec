import { m } from '#lib/paraglide/messages.js';
import type { MyModule } from '#lib/server/home.ts';
import { dayInWords } from '../days.ts';

/** How far one is in a module, in a few words. */
export function placeInWords({ done, place, progress }: MyModule, language: string): string {
	if (done) return m.home_done({ date: dayInWords(done.doneOn, language) });
	if (place) return m.home_place({ part: place.part, scene: place.sceneTitle });
	return progress === 'started' ? m.home_started() : m.home_not_started();
}

/** What the button to a module says: begin, go on, or look back. */
export function actionInWords(module: MyModule | undefined): string {
	if (module?.done) return m.home_again();
	return module?.progress === 'started' ? m.home_go_on() : m.home_start();
}
