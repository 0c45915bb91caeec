import type { later } from './later.ts';

/** The screens that come later. */
export type Later = typeof later;

/** Fetches them. Rejects where there is no connection; asking again tries again. */
export const loadLater = (): Promise<Later> => import('./later.ts').then((loaded) => loaded.later);
