import type { Check, CompiledModule } from '../check.ts';
import { hashTable } from '#lib/scenario/codec.ts';

/** No two decisions have the same three characters in suspend data. */
export const hashCollision: Check<CompiledModule> = {
	code: 'hash-collision',
	severity: 'error',
	find: ({ play, outline }) => {
		const first = new Map<string, string>();
		return hashTable(play).flatMap(({ hash, name, scene, choice }) => {
			const other = first.get(hash);
			if (other === undefined) {
				first.set(hash, name);
				return [];
			}
			return [
				{
					path: [...outline.sceneAt(scene), ...(choice === null ? [] : ['choices', choice])],
					what: 'key' as const,
					message: `“${short(name)}” and “${short(other)}” have the same mark (${hash}) in suspend data.`,
					hint: 'Rename one of the two.'
				}
			];
		});
	}
};

function short(name: string): string {
	return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
