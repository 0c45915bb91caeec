import type { Standard } from '#lib/scenario/packaged-module.ts';

/** The version of SCORM an API speaks. */
export type ScormVersion = 'scorm12' | 'scorm2004';

/** What a package is tried out in: an LMS that speaks SCORM, or a browser that keeps everything itself. */
export type RunTime = ScormVersion | 'device';

/** What a package of each standard has to find in order to be tried out; null where there is nothing of the kind here. */
export function runTimeOf(standard: Standard): RunTime | null {
	switch (standard) {
		case 'scorm12':
			return 'scorm12';
		case 'scorm2004-3':
		case 'scorm2004-4':
			return 'scorm2004';
		case 'web':
			return 'device';
		case 'cmi5':
		case 'xapi':
			return null;
	}
}
