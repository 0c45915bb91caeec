import { activityIri } from '#lib/scenario/activity-iri.ts';
import { isActivity, optionsOf } from '#lib/scenario/activity.ts';
import type { Decision, PlayModule, Scene } from '#lib/scenario/module.ts';
import type { Draft, Json } from './statement.ts';

/**
 * A decision as a statement that cmi5 allows: the scene as an interaction, and what was chosen by its readable id. Nothing is
 * right or wrong about it.
 * @returns null where the scene can be skipped, since a record would tell who read it, or is not of this module
 * Source: xAPI 1.0.3, Data, 2.4.4.1 (interaction activities).
 */
export function decisionStatement(
	module: PlayModule,
	decision: Decision
): Pick<Draft, 'verb' | 'object' | 'result'> | null {
	const scene = module.scenes[decision.scene];
	if (!scene || scene.skip) return null;
	const response = 'choice' in decision ? decision.choice : pairsOf(scene, decision.response);
	if (response === null) return null;
	return { verb: 'responded', object: interactionOf(module, scene), result: { response } };
}

function interactionOf(module: PlayModule, scene: Scene): Json {
	const { language } = module;
	return {
		objectType: 'Activity',
		id: activityIri('scene', module.course, module.id, scene.id),
		definition: {
			type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
			name: { [language]: scene.title },
			...componentsOf(scene, language)
		}
	};
}

function componentsOf(scene: Scene, language: string): Json {
	if (scene.kind === 'decision')
		return {
			interactionType: 'choice',
			choices: Object.entries(scene.choices).map(([id, { say }]) => ({ id, description: { [language]: wordsOf(say) } }))
		};
	if (!isActivity(scene)) return {};
	const options = optionsOf(scene);
	const targets = [...new Set(options.flatMap(([, some]) => some))];
	return {
		interactionType: 'matching',
		source: options.map(([id]) => ({ id })),
		target: targets.map((id) => ({ id }))
	};
}

function pairsOf(scene: Scene, response: Record<string, string>): string | null {
	if (!isActivity(scene)) return null;
	return optionsOf(scene)
		.map(([item]) => `${item}[.]${response[item] ?? ''}`)
		.join('[,]');
}

/** A line of a choice without its markup; its renderer writes these entities only. */
function wordsOf(html: string): string {
	const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
	return html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}
