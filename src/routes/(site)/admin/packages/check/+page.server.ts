import { checkPackage, takePackageCheck } from '#lib/server/check-package.ts';
import { newId } from '#lib/server/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import tokens from '#lib/ui/tokens.css?raw';
import { toReportHtml } from '#lib/verify/html/report-html.ts';
import { fail } from '@sveltejs/kit';
import { readForm } from '../../../../form-text.ts';
import { requireAdministratorOnPage } from '../../admin.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for one zip, and after it the report. */
export const load: PageServerLoad = ({ locals, url }) => {
	requireAdministratorOnPage(locals, url);
};

/** Looks at the package and shows what was found; keeps nothing. */
export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		requireAdministratorOnPage(locals, url);
		const giveBack = takePackageCheck();
		if (!giveBack) return fail(503, { problem: m.admin_check_busy() });
		try {
			const file = (await readForm(request)).get('package');
			if (!(file instanceof File) || file.size === 0) return fail(400, { problem: m.admin_check_no_file() });
			const checked = await checkPackage(process.cwd(), file);
			if (checked.ok) {
				const { report } = checked;
				return {
					report,
					// As addresses that hold the file themselves: nothing has to be kept here for a second request.
					html: asAddress('text/html', toReportHtml(report, tokens)),
					json: asAddress('application/json', JSON.stringify(report, null, '\t'))
				};
			}
			if (checked.reason !== 'failed') return fail(413, { problem: m.admin_check_too_large() });
			const id = newId().slice(0, 8);
			locals.app.report(id, checked.cause);
			return fail(500, { problem: m.admin_check_failed({ id }) });
		} finally {
			giveBack();
		}
	}
};

function asAddress(type: string, text: string): string {
	return `data:${type};charset=utf-8;base64,${Buffer.from(text).toString('base64')}`;
}
