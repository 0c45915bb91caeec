import type { CompletionTable } from '#lib/server/reports.ts';

/** Whom the completion table shows. */
export type Shown = 'all' | 'open' | 'done';

/** What was asked for, out of an address; anything else is everybody. */
export function toShown(text: string | null): Shown {
	return text === 'open' || text === 'done' ? text : 'all';
}

/** The people of a completion table that were asked to be shown. */
export function filterPeople(people: CompletionTable['people'], shown: Shown): CompletionTable['people'] {
	if (shown === 'all') return people;
	return people.filter(({ isComplete }) => isComplete === (shown === 'done'));
}
