import { holds } from './condition.ts';
import type { Facts, Html, Text } from './module.ts';

/** The variant that is shown for these facts: the first that holds; empty where none does. */
export function textFor(text: Text, facts: Facts): Html {
	return text.find((variant) => variant.when === undefined || holds(variant.when, facts))?.html ?? '';
}
