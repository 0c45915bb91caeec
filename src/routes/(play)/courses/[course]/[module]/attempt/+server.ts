import { openAttempt } from '#lib/server/attempts.ts';
import { findModule } from '#lib/server/courses.ts';
import { startAsGuest } from '#lib/server/guests.ts';
import type { Owner } from '#lib/server/owner.ts';
import { error, json, type RequestHandler } from '@sveltejs/kit';
import { z } from 'zod';
import { anyone, ownerOf } from '../../../../../access.ts';
import { accountOf } from '../../../../../account-key.ts';
import { keepSession } from '../../../../../new-session.ts';

const posted = z.strictObject({ account: z.string().max(80).nullable() });

/**
 * Begins an attempt, at the first decision. Somebody nobody knows becomes a guest here, and only here.
 * The page says as whom it was loaded: what was done under one account is never kept under another.
 */
export const POST: RequestHandler = async ({ request, params, locals, cookies, url, setHeaders, getClientAddress }) => {
	anyone(locals);
	const parsed = posted.safeParse(await request.json().catch(() => null));
	if (!parsed.success) return json({ reason: 'malformed' }, { status: 400 });
	const { account } = parsed.data;
	const known = ownerOf(locals);
	if (account === null ? known?.kind === 'person' : !known || accountOf(known) !== account)
		return json({ reason: 'signed-out' }, { status: 401 });

	const [course, module] = [params.course ?? '', params.module ?? ''];
	if (!findModule(locals.app.courses(), course, module)) error(404, 'No such module', { code: 'no-such-module' });

	let owner: Owner;
	if (known) owner = known;
	else {
		const started = await startAsGuest(locals.app, getClientAddress());
		if (!started.ok) {
			const { reason } = started;
			if (reason === 'slow-down') setHeaders({ 'retry-after': String(started.retryAfterSeconds) });
			return json({ reason }, { status: reason === 'slow-down' ? 429 : 403 });
		}
		keepSession(cookies, url, started.session);
		owner = { kind: 'guest', id: started.guestId };
	}
	const attempt = await openAttempt(locals.app, owner, course, module);
	if (!attempt) error(404, 'No such module', { code: 'no-such-module' });
	return json({ attemptId: attempt.id, account: accountOf(owner) });
};
