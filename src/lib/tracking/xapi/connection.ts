import type { LrsClient } from './lrs-client.ts';
import type { Session } from './statement.ts';

/** A launch that can send: a record store, and in whose name. */
export type Connection = {
	lrs: LrsClient;
	session: Session;
	mode: 'normal' | 'browse' | 'review';
	/** Nothing but `passed` satisfies the LMS, with or without a score. */
	mustPass: boolean;
	/** Where the learner goes who leaves; null where the LMS names no place. */
	returnUrl: string | null;
};

/** Opens a connection: `again` where a later try may help, `refused` where this launch never will. */
export type Connect = () => Promise<Connection | 'again' | 'refused'>;
