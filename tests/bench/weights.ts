import { gzipSync } from 'node:zlib';
import { standards } from '#lib/scenario/packaged-module.ts';
import { reportMeasured } from '../run/bench-report.ts';
import { ownCourse, packed } from '../package/packed.ts';

// What a package weighs. How many requests there are up to the first decision, and how long they take on slow 4G, is
// asserted in a browser: tests/package/weights.e2e.ts.
const course = await ownCourse();
const { files, zip } = await packed(course);
const size = (path: string) => files[path]?.length ?? 0;
const gzipped = (path: string) => gzipSync(files[path] ?? new Uint8Array(), { level: 9 }).length;

for (const standard of standards) {
	const { files: packedFor } = await packed(course, { standard });
	reportMeasured({
		what: `${standard}: script before the first decision, gzipped`,
		value: gzipSync(packedFor['player.js'] ?? new Uint8Array(), { level: 9 }).length,
		unit: 'bytes',
		// Statements and a connection to a record store weigh more than calls to an LMS beside the page.
		aim: { atMost: String(standard) === 'cmi5' ? 60_000 : 50_000 }
	});
}
reportMeasured({ what: 'script after it, gzipped', value: gzipped('later.js'), unit: 'bytes' });
const uprightFonts = ['fonts/atkinson.woff2', 'fonts/newsreader.woff2'].reduce((sum, path) => sum + size(path), 0);
for (const { id, play } of course.modules) {
	const people = Object.values(play.scenes)[0]?.who.length ?? 0;
	reportMeasured({
		what: `${id}: page, script and fonts, uncompressed (portraits come on top, ${people} in its first scene)`,
		value: size(`${id}.html`) + size('player.js') + uprightFonts,
		unit: 'bytes',
		aim: { atMost: 300_000 }
	});
}
const portraits = Object.keys(files).filter((path) => path.endsWith('.svg'));
reportMeasured({
	what: 'heaviest portrait, gzipped',
	value: Math.max(...portraits.map(gzipped)),
	unit: 'bytes',
	aim: { atMost: 8_000 }
});
reportMeasured({ what: 'zip of all modules', value: zip.length, unit: 'bytes', aim: { atMost: 400_000 } });
