import type { PlayModule } from '#lib/scenario/module.ts';
import type { ServedCourse, ServedModule } from '#lib/server/courses.ts';

/** The module in the reader's language, else in its own. */
export function playIn({ play, plays }: ServedModule, language: string): PlayModule {
	return (Object.hasOwn(plays, language) ? plays[language] : undefined) ?? play;
}

/** Title, summary and audience of a course in the reader's language, else in its own. */
export function textsIn(course: ServedCourse, language: string): { title: string; summary: string; audience: string } {
	const texts = course.loaded?.texts ?? {};
	return (Object.hasOwn(texts, language) ? texts[language] : undefined) ?? course;
}
