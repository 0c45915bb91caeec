import { m } from '#lib/paraglide/messages.js';
import type { Recorded } from './recording.ts';

/** What is recorded where no LMS was found. */
export const recordedNowhere: Recorded = () => [m.recorded_no_lms(), m.recorded_never()];
