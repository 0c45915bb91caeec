/** Whose an attempt is: a person with an account, or a guest known by a session only. */
export type Owner = { kind: 'person'; id: string } | { kind: 'guest'; id: string };

/** The two columns an owner is kept in; exactly one is set. */
export function ownerColumns(owner: Owner): { personId: string | null; guestId: string | null } {
	return owner.kind === 'person' ? { personId: owner.id, guestId: null } : { personId: null, guestId: owner.id };
}

/** Whether a row with these columns belongs to this owner. */
export function isOwnedBy(row: { personId: string | null; guestId: string | null }, owner: Owner): boolean {
	return owner.kind === 'person' ? row.personId === owner.id : row.guestId === owner.id;
}
