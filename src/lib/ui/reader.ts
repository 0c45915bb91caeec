/** How one reader wants to read. Kept on the device only; applied as data attributes that tokens.css answers to. */
export type ReaderSettings = {
	text: 'normal' | 'large' | 'larger';
	spacing: 'normal' | 'wide';
	/** `sans`: no book face, for speech neither. */
	face: 'mixed' | 'sans';
	theme: 'auto' | 'light' | 'dark';
};

/** The look as designed, in the colours of the device. */
export const defaultReaderSettings: ReaderSettings = {
	text: 'normal',
	spacing: 'normal',
	face: 'mixed',
	theme: 'auto'
};

const allowed: { [K in keyof ReaderSettings]: readonly ReaderSettings[K][] } = {
	text: ['normal', 'large', 'larger'],
	spacing: ['normal', 'wide'],
	face: ['mixed', 'sans'],
	theme: ['auto', 'light', 'dark']
};

const key = 'alongside-reader';

/** Settings out of the device's storage: anything that is not one of the known values becomes the default. */
export function parseReaderSettings(stored: string | null): ReaderSettings {
	let given: Partial<Record<keyof ReaderSettings, unknown>> = {};
	try {
		const value: unknown = JSON.parse(stored ?? '{}');
		if (typeof value === 'object' && value !== null) given = value;
	} catch {
		// Somebody else's text under our key: read it as nothing.
	}
	const pick = <K extends keyof ReaderSettings>(name: K): ReaderSettings[K] =>
		allowed[name].find((value) => value === given[name]) ?? defaultReaderSettings[name];
	return { text: pick('text'), spacing: pick('spacing'), face: pick('face'), theme: pick('theme') };
}

/** What this device keeps, or the defaults; storage may be blocked, as in a sandboxed frame. */
export function loadReaderSettings(): ReaderSettings {
	try {
		return parseReaderSettings(localStorage.getItem(key));
	} catch {
		return defaultReaderSettings;
	}
}

/** Keeps the settings on this device where that is allowed, and says whether it was. */
export function saveReaderSettings(settings: ReaderSettings): boolean {
	try {
		localStorage.setItem(key, JSON.stringify(settings));
		return true;
	} catch {
		return false;
	}
}

/** Shows the settings on `root`, normally `document.documentElement`; defaults leave no attribute behind. */
export function applyReaderSettings(root: HTMLElement, settings: ReaderSettings): void {
	for (const name of ['text', 'spacing', 'face', 'theme'] as const) {
		if (settings[name] === defaultReaderSettings[name]) root.removeAttribute(`data-${name}`);
		else root.setAttribute(`data-${name}`, settings[name]);
	}
}
