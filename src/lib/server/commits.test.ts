import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/test-app.ts';
import { createCommits, type Work } from './commits.ts';
import { siteSettings } from './db/schema.ts';

async function prepared() {
	let commits = 0;
	let rollbacks = 0;
	const { store } = await testApp({ store: { beforeCommit: () => void (commits += 1) } });
	const { commit } = createCommits(store, () => (rollbacks += 1));
	const keep =
		(key: string): Work<string> =>
		() => ({ answer: key, write: () => store.db.insert(siteSettings).values({ key, value: 1 }).run() });
	const kept = () =>
		store.db
			.select({ key: siteSettings.key })
			.from(siteSettings)
			.all()
			.map(({ key }) => key)
			.sort();
	return { commit, keep, kept, store, commits: () => commits, rollbacks: () => rollbacks };
}

it('commits all that is queued in one turn together, and answers afterwards', async () => {
	const { commit, keep, kept, commits } = await prepared();
	const answers = Promise.all(['a', 'b', 'c'].map((key) => commit(keep(key))));
	expect(kept()).toEqual([]);
	expect(await answers).toEqual(['a', 'b', 'c']);
	expect(kept()).toEqual(['a', 'b', 'c']);
	expect(commits()).toBe(1);
});

it('fails the work that throws and commits the rest', async () => {
	const { commit, keep, kept } = await prepared();
	const settled = await Promise.allSettled([
		commit(keep('a')),
		commit(() => {
			throw new Error('broken');
		}),
		commit(keep('b'))
	]);
	expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	expect(kept()).toEqual(['a', 'b']);
});

it('fails the work whose write breaks and commits the rest', async () => {
	const { commit, keep, kept, rollbacks } = await prepared();
	const settled = await Promise.allSettled([commit(keep('a')), commit(keep('a')), commit(keep('b'))]);
	expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	expect(kept()).toEqual(['a', 'b']);
	expect(rollbacks()).toBeGreaterThan(0);
});

it('fails all of a batch whose commit fails, says so first, and goes on afterwards', async () => {
	let isFull = true;
	let rollbacks = 0;
	const { store } = await testApp({
		store: {
			beforeCommit: () => {
				if (isFull) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
			}
		}
	});
	const { commit } = createCommits(store, () => (rollbacks += 1));
	const keep = (key: string) =>
		commit(() => ({ answer: rollbacks, write: () => store.db.insert(siteSettings).values({ key, value: 1 }).run() }));
	const settled = await Promise.allSettled([keep('a'), keep('b')]);
	expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(rollbacks).toBe(1);
	isFull = false;
	expect(await keep('a')).toBe(1);
});
