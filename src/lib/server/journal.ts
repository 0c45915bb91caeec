import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { App } from './app.ts';
import { journal } from './db/schema.ts';
import { dayOf, newId } from './ids.ts';

// Private notes: the only file that reads or writes them, for their owner alone. Nothing here logs or reports a text.

/** One private note. */
export type JournalNote = { id: string; day: string; moduleTitle: string; prompt: string; text: string };

const note = z.strictObject({
	moduleTitle: z.string().trim().max(200),
	prompt: z.string().trim().max(2_000),
	text: z.string().trim().min(1).max(20_000)
});

/** What became of a note. */
export type NoteKept = { ok: true; id: string } | { ok: false; reason: 'empty' | 'too-long' | 'journal-full' };

const mostNotes = 5_000;

/** Keeps a note in a person's journal. */
export async function keepNote(
	app: App,
	personId: string,
	written: Omit<JournalNote, 'id' | 'day'>
): Promise<NoteKept> {
	const { moduleTitle, prompt, text } = written;
	const parsed = note.safeParse({ moduleTitle, prompt, text });
	if (!parsed.success) return { ok: false, reason: text.trim() === '' ? 'empty' : 'too-long' };
	return app.store.transact((): NoteKept => {
		const kept = app.store.db
			.select({ count: sql<number>`count(*)` })
			.from(journal)
			.where(eq(journal.personId, personId))
			.get();
		if ((kept?.count ?? 0) >= mostNotes) return { ok: false, reason: 'journal-full' };
		const id = newId();
		app.store.db
			.insert(journal)
			.values({ id, personId, day: dayOf(app.now()), ...parsed.data })
			.run();
		return { ok: true, id };
	});
}

/** A person's own notes, newest day first. */
export async function readJournal(app: App, personId: string): Promise<JournalNote[]> {
	return app.store.db
		.select({
			id: journal.id,
			day: journal.day,
			moduleTitle: journal.moduleTitle,
			prompt: journal.prompt,
			text: journal.text
		})
		.from(journal)
		.where(eq(journal.personId, personId))
		.orderBy(desc(journal.day), desc(sql`journal.rowid`))
		.all();
}

/** Changes the text of one's own note. @returns false where there is no such note of this person */
export async function changeNote(app: App, personId: string, id: string, text: string): Promise<boolean> {
	const parsed = note.shape.text.safeParse(text);
	if (!parsed.success) return false;
	const changed = app.store.transact(() =>
		app.store.db
			.update(journal)
			.set({ text: parsed.data })
			.where(and(eq(journal.id, id), eq(journal.personId, personId)))
			.run()
	);
	return changed.changes > 0;
}

/** Throws away one's own note. @returns false where there is no such note of this person */
export async function deleteNote(app: App, personId: string, id: string): Promise<boolean> {
	const deleted = app.store.transact(() =>
		app.store.db
			.delete(journal)
			.where(and(eq(journal.id, id), eq(journal.personId, personId)))
			.run()
	);
	return deleted.changes > 0;
}
