import { guestWork } from '#lib/server/guests.ts';
import { myCourses } from '#lib/server/home.ts';
import { readSiteSettings } from '#lib/server/site-settings.ts';
import { anyone, ownerOf } from '../access.ts';
import { accountOf } from '../account-key.ts';
import { frontOf } from '../course-front.ts';
import type { PageServerLoad } from './$types';

/** One's own courses; for somebody who has nothing here yet, what Alongside is and what there is. */
export const load: PageServerLoad = async ({ locals }) => {
	const { person } = anyone(locals);
	const { app, presence } = locals;
	const owner = ownerOf(locals);
	const fronts = app.courses().courses.map((course) => frontOf(course, locals.language));
	const mine = (await myCourses(app, owner)).flatMap((course) => {
		const front = fronts.find(({ id }) => id === course.id);
		return front ? [{ course, front }] : [];
	});
	const hasBegun = mine.some(({ course }) => course.modules.some(({ progress }) => progress !== 'not-started'));
	const offered = person && presence?.offeredGuestId ? await guestWork(app, presence.offeredGuestId) : [];
	return {
		fronts,
		mine: person || hasBegun ? mine : null,
		account: owner && accountOf(owner),
		isOffered: offered.length > 0,
		mayTry: (await readSiteSettings(app)).guests
	};
};
