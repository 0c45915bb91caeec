import type { Standard } from '#lib/scenario/packaged-module.ts';

/** Which of the options a standard has a way for. */
export type StandardOptions = {
	/** Modules in order: LMSs read it differently; a real Moodle refuses such a package; or the standard has no word for it. */
	prerequisites: 'differs' | 'moodle-refuses' | 'none';
	/** Each choice as a record that can be read. */
	interactions: boolean;
	/** `passed` for a module that is finished without a score. */
	doneStatus: boolean;
};

/**
 * What can be chosen for a package of this standard. Sources: SCORM 1.2 CAM 2.3 (prerequisites are optional for an LMS);
 * Moodle 4.5 on `imsss:mapInfo`; cmi5 10.1 (the order of AUs is the LMS's).
 */
export function optionsOf(standard: Standard): StandardOptions {
	switch (standard) {
		case 'scorm12':
			return { prerequisites: 'differs', interactions: true, doneStatus: true };
		case 'scorm2004-3':
		case 'scorm2004-4':
			return { prerequisites: 'moodle-refuses', interactions: true, doneStatus: true };
		case 'cmi5':
		case 'xapi':
			return { prerequisites: 'none', interactions: true, doneStatus: true };
		case 'web':
			return { prerequisites: 'none', interactions: false, doneStatus: false };
	}
}
