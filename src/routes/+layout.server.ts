import { anyone } from './access.ts';
import { contactsOf } from './contacts.ts';
import { offeredLanguages } from './languages.ts';
import type { LayoutServerLoad } from './$types';

/** What every page shows around its content. */
export const load: LayoutServerLoad = ({ locals, url }) => {
	const { person } = anyone(locals);
	return {
		person: person && { displayName: person.displayName, isAdministrator: person.role === 'administrator' },
		contacts: contactsOf(locals.app.courses().settings),
		language: locals.language,
		languages: offeredLanguages(process.env),
		path: url.pathname
	};
};
