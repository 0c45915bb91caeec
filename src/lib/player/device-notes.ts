const prefix = 'alongside-note/';

/** Whether this device lets anything be kept: storage may be blocked, as in a sandboxed frame. */
export function canKeepOnDevice(): boolean {
	try {
		return typeof localStorage !== 'undefined';
	} catch {
		return false;
	}
}

/** Keeps a note on this device and says whether it was kept. `key` belongs to one LMS, learner, course, module and place. */
export function keepOnDevice(key: string, text: string): boolean {
	try {
		localStorage.setItem(prefix + key, text);
		return true;
	} catch {
		return false;
	}
}

/** The note this device keeps under a key; null where there is none. */
export function readFromDevice(key: string): string | null {
	try {
		return localStorage.getItem(prefix + key);
	} catch {
		return null;
	}
}

/** Forgets the note under a key. */
export function forgetOnDevice(key: string): void {
	try {
		localStorage.removeItem(prefix + key);
	} catch {
		// Where storage is blocked nothing was kept either.
	}
}
