import { answerDecisions } from '#lib/server/answer-decisions.ts';
import { json, type RequestHandler } from '@sveltejs/kit';
import { anyone, ownerOf } from '../../../../access.ts';

/** Appends decisions. `npm start` answers these before SvelteKit, with the same function; this route serves `vite dev`. */
export const POST: RequestHandler = async ({ request, params, locals }) => {
	anyone(locals); // answerDecisions refuses whoever has no session, and whoever the attempt does not belong to
	const answer = await answerDecisions(locals.app, ownerOf(locals), params.id ?? '', await request.text());
	return json(answer.body, { status: answer.status });
};
