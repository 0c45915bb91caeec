import { m } from '#lib/paraglide/messages.js';
import type { Recorded } from './recording.ts';

/** What a plain web package keeps. */
export const recordedOnDevice: Recorded = () => [m.recorded_device(), m.recorded_never()];
