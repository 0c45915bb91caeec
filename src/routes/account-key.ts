import type { Owner } from '#lib/server/owner.ts';

/** How the browser knows whose decisions wait on a device: `person:<id>` or `guest:<id>`. */
export function accountOf(owner: Owner): string {
	return `${owner.kind}:${owner.id}`;
}
