/**
 * A browser's store in memory: a frame without an origin has none. What `Storage` promises, without the property access.
 * @param values what is in it to begin with; changed in place
 * @param changed told after each change
 */
export function deviceStorage(values: Record<string, string>, changed: () => void): Storage {
	return {
		get length() {
			return Object.keys(values).length;
		},
		key: (index) => Object.keys(values)[index] ?? null,
		getItem: (key) => (Object.hasOwn(values, key) ? (values[key] ?? null) : null),
		setItem: (key, value) => {
			values[key] = String(value);
			changed();
		},
		removeItem: (key) => {
			delete values[key];
			changed();
		},
		clear: () => {
			for (const key of Object.keys(values)) delete values[key];
			changed();
		}
	};
}
