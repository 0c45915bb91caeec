/** A picture of nothing; without one, browsers draw a torn picture on the plate. */
const nothing = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>';

/** For a portrait that could not be fetched, as without a connection: its plate stays empty. */
export function emptyPlate({ currentTarget }: { currentTarget: EventTarget & Element }): void {
	if (currentTarget.getAttribute('src') !== nothing) currentTarget.setAttribute('src', nothing);
}
