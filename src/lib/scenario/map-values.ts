/** A record with the same keys in the same order, each value mapped. */
export function mapValues<From, To>(record: Record<string, From>, map: (value: From) => To): Record<string, To> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
