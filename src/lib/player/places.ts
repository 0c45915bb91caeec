/** Where one is before the story: the first screen, or the story so far. Pages of the story count from 0. */
export const OPENING = -1;
/** Reading the module as a script. */
export const SCRIPT = -2;
