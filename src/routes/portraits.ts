import type { ServedCourse } from '#lib/server/courses.ts';

/** The drawing of one person with all moods; the hash is its content's. */
export type Sprite = { svg: string; hash: string };

/** The drawn people of one module. Two modules may each have somebody of the same id who looks different. */
export function portraitsIn(course: ServedCourse, module: string): Record<string, Sprite> {
	return course.loaded?.modules.find(({ id }) => id === module)?.sprites ?? course.portraits;
}

/** Where a person's drawing is served. The hash makes the address that of this very drawing, to be kept for good. */
export function portraitAddress(course: string, person: string, hash: string): string {
	return `/people/${course}/${person}.svg?v=${hash}`;
}
