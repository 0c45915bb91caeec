import type { App as Server } from '#lib/server/app.ts';
import type { Presence } from '#lib/server/sessions.ts';

declare global {
	namespace App {
		interface Error {
			/** Under which our log tells more; only for unexpected errors. */
			id?: string;
			/** What the caller may tell apart, kebab-case. */
			code?: string;
		}
		interface PageState {
			/** Which page of a story one is on; negative before it. */
			place?: number;
			/** When it was put there, in milliseconds: entries further on are younger. */
			at?: number;
		}
		interface Locals {
			app: Server;
			/** Who is there; null for a visitor nobody knows. */
			presence: Presence | null;
			person: Presence['person'];
			guest: Presence['guest'];
			/** Language of this page, and which way it is written. */
			language: string;
			direction: 'ltr' | 'rtl';
		}
	}
}
