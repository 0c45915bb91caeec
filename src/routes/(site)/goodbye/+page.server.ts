import { anyone } from '../../access.ts';
import type { PageServerLoad } from './$types';

/** For anybody. */
export const load: PageServerLoad = ({ locals }) => {
	anyone(locals);
};
