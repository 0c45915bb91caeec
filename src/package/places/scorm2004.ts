import { scorm2004 } from '#lib/tracking/scorm/scorm2004.ts';
import { scormPlace } from './scorm.ts';

/** A module in an LMS of SCORM 2004, 3rd or 4th Edition. */
export const open = scormPlace(scorm2004);
