import { findCourse } from '#lib/server/courses.ts';
import { error, type RequestHandler } from '@sveltejs/kit';
import { anyone } from '../../../access.ts';
import { portraitsIn } from '../../../portraits.ts';

/** The drawing of one person, all moods. Addresses carry the drawing's hash, so it may be kept for good. */
export const GET: RequestHandler = ({ params, locals, url }) => {
	anyone(locals);
	const person = params.person ?? '';
	const course = findCourse(locals.app.courses(), params.course ?? '');
	const drawn = (course?.modules ?? []).flatMap(({ play }) => {
		const portraits = course ? portraitsIn(course, play.id) : {};
		const portrait = Object.hasOwn(portraits, person) ? portraits[person] : undefined;
		return portrait ? [portrait] : [];
	});
	const asked = drawn.find(({ hash }) => hash === url.searchParams.get('v'));
	const portrait = asked ?? drawn[0];
	if (!portrait) error(404, 'No such person', { code: 'no-such-person' });
	return new Response(portrait.svg, {
		headers: {
			'content-type': 'image/svg+xml',
			'cache-control': asked ? 'public, max-age=31536000, immutable' : 'no-cache'
		}
	});
};
