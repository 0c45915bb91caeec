import type { Standard } from '#lib/scenario/packaged-module.ts';
import type { OpenPlace } from './place.ts';

/** How a page of each standard opens its attempt. The build takes each apart, so that a package carries only its own. */
export async function findPlace(standard: Standard): Promise<OpenPlace> {
	switch (standard) {
		case 'scorm12':
			return (await import('./places/scorm12.ts')).open;
		case 'scorm2004-3':
		case 'scorm2004-4':
			return (await import('./places/scorm2004.ts')).open;
		case 'web':
			return (await import('./places/web.ts')).open;
		case 'cmi5':
			return (await import('./places/cmi5.ts')).open;
		case 'xapi':
			return (await import('./places/xapi.ts')).open;
	}
}
