import { bestResponse, isActivity } from '#lib/scenario/activity.ts';
import type { Decision, PlayModule } from '#lib/scenario/module.ts';
import { offered } from '#lib/scenario/play.ts';
import { replay } from '#lib/scenario/replay.ts';

/** The way through a module on which one always takes the first choice and does activities well. */
export function sampleWay(module: PlayModule): Decision[] {
	const way: Decision[] = [];
	for (let now = replay(module, way); now.ended === null && way.length < 50; now = replay(module, way)) {
		const scene = module.scenes[now.at];
		if (isActivity(scene)) way.push({ scene: now.at, response: bestResponse(scene) });
		else way.push({ scene: now.at, choice: offered(module, now.state)[0]! });
	}
	return way;
}
