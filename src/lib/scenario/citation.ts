import type { Evidence, Source } from '#lib/course/evidence-schema.ts';
import type { Citation, PlayModule } from './module.ts';

/** Strength and sources of the claims a module cites, in the words the debrief shows. Unknown ids are left out. */
export function citationsFor(claims: Iterable<string>, evidence: Evidence): PlayModule['claims'] {
	const cited: PlayModule['claims'] = {};
	for (const id of [...claims].sort()) {
		const claim = evidence.claims.get(id);
		if (!claim) continue;
		const papers = claim.sources.flatMap(({ id: source, section }) => {
			const work = evidence.sources.get(source);
			return work ? [citation(work, section ?? null, null)] : [];
		});
		const reviewed = (claim.via ?? []).flatMap((study) => {
			const work = evidence.sources.get(study);
			const review = evidence.sources.get(work?.reviewed_in ?? '');
			return work ? [citation(work, null, review ? shortName(review) : null)] : [];
		});
		cited[id] = { strength: claim.strength, sources: [...papers, ...reviewed] };
	}
	return cited;
}

function citation(work: Source, section: string | null, via: string | null): Citation {
	return { short: shortName(work), title: work.title, where: section, doi: work.doi ?? null, via };
}

/** "Byrne and others (2018)", the way a reader can look it up. */
function shortName(work: Source): string {
	const names = (work.authors ?? []).map((author) => author.split(' ').at(-1) ?? author);
	const who = names.length > 2 ? `${names[0]} and others` : names.join(' and ');
	return `${who || work.title} (${work.year ?? 'no date'})`;
}
