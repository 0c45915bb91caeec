/** What this device keeps for the site; null where the browser forbids it. */
export function deviceStorage(window: Pick<Window, 'localStorage'>): Storage | null {
	try {
		return window.localStorage;
	} catch {
		return null; // blocked, as in a browser that refuses all storage: then nothing waits here
	}
}

/** Whether anything at all may wait to be sent, so that the code that sends is fetched only then. */
export function hasWaiting(storage: Storage | null): boolean {
	return storage !== null && Object.keys(storage).some((key) => key.startsWith('alongside/queue/'));
}
