import { m } from '#lib/paraglide/messages.js';
import type { Standard } from '#lib/scenario/packaged-module.ts';

type Words = { label: () => string; hint: () => string };

/** What people call each standard that a package can be made for. */
export const standardWords: Record<Standard, Words> = {
	scorm12: { label: m.standard_scorm12, hint: m.standard_scorm12_hint },
	'scorm2004-3': { label: m.standard_scorm2004_3, hint: m.standard_scorm2004_3_hint },
	'scorm2004-4': { label: m.standard_scorm2004_4, hint: m.standard_scorm2004_4_hint },
	cmi5: { label: m.standard_cmi5, hint: m.standard_cmi5_hint },
	xapi: { label: m.standard_xapi, hint: m.standard_xapi_hint },
	web: { label: m.standard_web, hint: m.standard_web_hint }
};
