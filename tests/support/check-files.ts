import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkCourses, type CheckedCourses } from '#lib/check/check-courses.ts';
import { readCourses } from '#lib/course/read.ts';

/** The folder of the check's samples. */
export const samplesDir = fileURLToPath(new URL('../../src/lib/check/samples', import.meta.url));

/**
 * Lays files out as a folder of courses with the samples' evidence, hands it over and clears it away.
 * @param files paths below the folder, such as `sample/visit.yaml`, with their text or bytes
 */
export async function withCourses<Result>(
	files: Record<string, string | Uint8Array>,
	use: (coursesDir: string) => Promise<Result>
): Promise<Result> {
	const above = mkdtempSync(join(tmpdir(), 'alongside-courses-'));
	const coursesDir = join(above, 'courses');
	try {
		cpSync(join(samplesDir, 'evidence'), join(coursesDir, 'evidence'), { recursive: true });
		for (const [path, content] of Object.entries(files)) {
			mkdirSync(dirname(join(coursesDir, path)), { recursive: true });
			writeFileSync(join(coursesDir, path), content);
		}
		return await use(coursesDir);
	} finally {
		rmSync(above, { recursive: true, force: true });
	}
}

/** What the check says about some files. */
export function checkFiles(files: Record<string, string | Uint8Array>): Promise<CheckedCourses> {
	return withCourses(files, async (coursesDir) => checkCourses(await readCourses({ coursesDir })));
}
