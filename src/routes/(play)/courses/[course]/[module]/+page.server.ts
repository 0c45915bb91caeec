import { findCurrentAttempt, readAttempt } from '#lib/server/attempts.ts';
import { findCourse, findModule } from '#lib/server/courses.ts';
import { readSiteSettings } from '#lib/server/site-settings.ts';
import { error, redirect } from '@sveltejs/kit';
import { anyone, ownerOf } from '../../../../access.ts';
import { accountOf } from '../../../../account-key.ts';
import { contactsOf } from '../../../../contacts.ts';
import { playIn, textsIn } from '../../../../in-language.ts';
import { portraitAddress, portraitsIn } from '../../../../portraits.ts';
import { recordedOnSite } from './recorded.ts';
import type { PageServerLoad } from './$types';

/** A module to play, and what is kept of one's own attempt at it. Looking at it keeps nothing and makes nobody a guest. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { person } = anyone(locals);
	const { app, language } = locals;
	const course = findCourse(app.courses(), params.course);
	const served = findModule(app.courses(), params.course, params.module);
	if (!course || !served) error(404, 'No such module', { code: 'no-such-module' });
	const owner = ownerOf(locals);
	if (!owner && !(await readSiteSettings(app)).guests)
		redirect(303, `/sign-in?then=${encodeURIComponent(url.pathname)}`);

	const attempt = owner && findCurrentAttempt(app, owner, course.id, served.play.id);
	const saved = attempt && owner ? await readAttempt(app, owner, attempt.id) : null;
	const { settings } = app.courses();
	const organisation = settings['organisation-name'];
	const portraits = portraitsIn(course, served.play.id);
	return {
		module: playIn(served, language),
		account: owner ? accountOf(owner) : null,
		attempt: saved && {
			id: saved.id,
			saved: { entries: saved.entries, revision: saved.revision, result: saved.result }
		},
		portraits: Object.fromEntries(
			Object.entries(portraits).map(([id, { hash }]) => [id, portraitAddress(course.id, id, hash)])
		),
		context: {
			courseTitle: textsIn(course, language).title,
			organisation,
			supportContacts: contactsOf(settings),
			recorded: recordedOnSite({ organisation, isPerson: person !== null, passingScaled: served.passingScaled }),
			passingScaled: served.passingScaled,
			reviewed: served.reviewedBy ? [served.reviewedBy] : [],
			trial: settings['support-contacts'].length === 0,
			keepsJournal: person !== null
		}
	};
};
