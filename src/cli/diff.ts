import { diffModules, type Change, type ModuleDiff } from '#lib/scenario/diff.ts';
import type { Command, Terminal } from './command.ts';
import { readSides, type Side } from './diff-sides.ts';
import { printProblems } from './print-problems.ts';

/** `alongside diff`: what an edit changes, for authors and for learners in the middle. */
export const diff: Command = {
	name: 'diff',
	summary: 'Show what changed between two versions of a module or course, and where learners will land',
	help: `
  old, new        two module files, or two folders of a course
  --json          as JSON

Where learners were in the middle of the old version, it says where they land in the new one.
To compare with what is committed: git show HEAD:courses/a/b.yaml > /tmp/b.yaml`,
	options: { json: { type: 'boolean' } },
	rest: ['old', 'new'],
	run: async ({ values, rest: [old = '', now = ''] }, terminal) => {
		const { before, after, problems } = await readSides(old, now);
		if (problems.length > 0) {
			printProblems(problems, { ...terminal, print: terminal.complain });
			return 1;
		}
		const modules = compare(before, after);
		if (values['json'] === true) terminal.print(JSON.stringify({ modules }, null, '\t'));
		else for (const module of modules) printModule(module, terminal);
		return 0;
	}
};

type ComparedModule = { id: string } & (
	{ kind: 'added' | 'removed' | 'same' } | ({ kind: 'changed'; from: string; to: string } & ModuleDiff)
);

function compare(before: Side, after: Side): ComparedModule[] {
	const ids = [...new Set([...before.keys(), ...after.keys()])];
	return ids.map((id): ComparedModule => {
		const [was, now] = [before.get(id), after.get(id)];
		if (!was || !now) return { id, kind: was ? 'removed' : 'added' };
		if (was.revision === now.revision) return { id, kind: 'same' };
		return { id, kind: 'changed', from: was.revision, to: now.revision, ...diffModules(was, now) };
	});
}

function printModule(module: ComparedModule, { print }: Terminal): void {
	if (module.kind !== 'changed') {
		const told = {
			added: 'is new',
			removed: 'is gone: who is in the middle of it cannot go on',
			same: 'has not changed'
		};
		print(`${module.id} ${told[module.kind]}`);
		return;
	}
	print(`${module.id}  ${module.from} → ${module.to}`);
	for (const change of module.changes) print(`  ${sentence(change)}`);
	if (module.changes.length === 0)
		print('  No scene or choice has come, gone or been reworded; texts, effects or ways have changed.');
	if (module.landings.length === 0) print('  Everybody in the middle stays where they are.');
	for (const { from, to, kept, made, held, lost } of module.landings) {
		const waiting = held > 0 ? `, ${held} held until the next decision` : '';
		const by = lost === null ? '' : ` after ${lost}`;
		print(`  Who waits at ${from}${by} lands at ${to} (${kept} of ${made} decisions count${waiting}).`);
	}
	print('  A review of the old revision lapses.');
}

function sentence(change: Change): string {
	switch (change.kind) {
		case 'scene-added':
			return `+ scene ${change.scene}`;
		case 'scene-removed':
			return `- scene ${change.scene}`;
		case 'choice-added':
			return `+ choice ${change.scene}/${change.choice}`;
		case 'choice-removed':
			return `- choice ${change.scene}/${change.choice}`;
		case 'choice-reworded':
			return `~ choice ${change.scene}/${change.choice}: “${change.from}” → “${change.to}”. If its meaning changed, give it a new id.`;
		case 'activity-changed':
			return `~ activity ${change.scene}: answers kept from before no longer count`;
	}
}
