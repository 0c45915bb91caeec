import { declineGuestWork, guestWork, takeOverGuestWork } from '#lib/server/guests.ts';
import { redirect, type Actions } from '@sveltejs/kit';
import { requirePersonOnPage, safeReturn } from '../../access.ts';
import { accountOf } from '../../account-key.ts';
import { keepSession } from '../../new-session.ts';
import type { PageServerLoad } from './$types';

/** What was done in this browser before signing in. Where there is nothing (any more) one is sent on. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const person = requirePersonOnPage(locals, url);
	const then = safeReturn(url.searchParams.get('then'));
	const offered = locals.presence?.offeredGuestId;
	const work = offered ? await guestWork(locals.app, offered) : [];
	return {
		then,
		work,
		account: accountOf({ kind: 'person', id: person.id }),
		guest: offered ? accountOf({ kind: 'guest', id: offered }) : null
	};
};

export const actions: Actions = {
	yes: async ({ locals, cookies, url }) => {
		requirePersonOnPage(locals, url);
		const then = safeReturn(url.searchParams.get('then'));
		const taken = locals.presence ? await takeOverGuestWork(locals.app, locals.presence) : null;
		if (!taken?.ok) redirect(303, then);
		keepSession(cookies, url, taken.session);
		return { moved: taken.moved, from: accountOf({ kind: 'guest', id: taken.guestId }), then };
	},
	no: async ({ locals, url }) => {
		requirePersonOnPage(locals, url);
		if (locals.presence) await declineGuestWork(locals.app, locals.presence);
		redirect(303, safeReturn(url.searchParams.get('then')));
	}
};
