import { scorm12 } from '#lib/tracking/scorm/scorm12.ts';
import { scormPlace } from './scorm.ts';

/** A module in an LMS of SCORM 1.2. */
export const open = scormPlace(scorm12);
