import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { dayField } from './account-fields.ts';
import type { App } from './app.ts';
import { findCourse } from './courses.ts';
import { enrolments, people } from './db/schema.ts';
import { dayOf, newId } from './ids.ts';

/** A learner is asked to do a course, maybe by a day. */
export type Enrolment = {
	id: string;
	personId: string;
	course: string;
	dueDay: string | null;
	assignedDay: string;
	/** Who asked; null where that account is gone. */
	assignedBy: string | null;
	/** Why it was assigned although no peer worker has reviewed it; null where it is reviewed. */
	unreviewedDecision: string | null;
};

/** What became of asking somebody to do a course. */
export type Enrolled =
	| { ok: true; id: string }
	| { ok: false; reason: 'no-such-person' | 'no-such-course' | 'bad-day' }
	/** No peer worker has reviewed the course: say why it is assigned nevertheless; the decision is kept. */
	| { ok: false; reason: 'unreviewed' };

const decisionField = z.string().trim().min(1).max(500);

/**
 * Asks a person to do a course; asking again changes the day.
 * @param asked.unreviewedDecision needed where the course is not reviewed: in one or two sentences, who decided and why
 */
export async function enrol(
	app: App,
	asked: {
		personId: string;
		course: string;
		dueDay: string | null;
		assignedBy: string;
		unreviewedDecision: string | null;
	}
): Promise<Enrolled> {
	const course = findCourse(app.courses(), asked.course);
	if (!course) return { ok: false, reason: 'no-such-course' };
	if (asked.dueDay !== null && !dayField.safeParse(asked.dueDay).success) return { ok: false, reason: 'bad-day' };
	const decision = decisionField.safeParse(asked.unreviewedDecision);
	if (!course.reviewed && !decision.success) return { ok: false, reason: 'unreviewed' };
	return app.store.transact((): Enrolled => {
		const { db } = app.store;
		if (!db.select({ id: people.id }).from(people).where(eq(people.id, asked.personId)).get())
			return { ok: false, reason: 'no-such-person' };
		const values = {
			dueDay: asked.dueDay,
			assignedBy: asked.assignedBy,
			unreviewedDecision: course.reviewed ? null : (decision.data ?? null)
		};
		const kept = db
			.insert(enrolments)
			.values({
				id: newId(),
				personId: asked.personId,
				course: course.id,
				assignedDay: dayOf(app.now()),
				...values
			})
			.onConflictDoUpdate({ target: [enrolments.personId, enrolments.course], set: values })
			.returning({ id: enrolments.id })
			.get();
		return { ok: true, id: kept.id };
	});
}

/** Takes an enrolment back; what was done stays. */
export async function withdrawEnrolment(app: App, personId: string, course: string): Promise<void> {
	app.store.transact(() =>
		app.store.db
			.delete(enrolments)
			.where(and(eq(enrolments.personId, personId), eq(enrolments.course, course)))
			.run()
	);
}

/** What one person is asked to do. */
export async function enrolmentsOf(app: App, personId: string): Promise<Enrolment[]> {
	return app.store.db.select().from(enrolments).where(eq(enrolments.personId, personId)).all();
}

/** Who is asked to do a course. */
export async function enrolmentsIn(app: App, course: string): Promise<Enrolment[]> {
	return app.store.db.select().from(enrolments).where(eq(enrolments.course, course)).all();
}
