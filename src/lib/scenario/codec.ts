import { isActivity, optionsOf, type Activity } from './activity.ts';
import { digitOf, shortHash, valueOf } from './hash.ts';
import type { Decision, PlayModule, Response } from './module.ts';
import { replay } from './replay.ts';

/** Why less than everything came back, told to the learner in one line. */
export type DecodeNotice = 'damaged' | 'changed' | 'other-module';
/** The way that was kept, as far as it can be trusted. */
export type Decoded = { way: Decision[]; notice: DecodeNotice | null };

/** One decision or activity (`choice` null), and the three characters it is written as. */
export type HashEntry = { hash: string; name: string; scene: string; choice: string | null };

const format = '1';
const headerLength = 13;
/** How many characters of payload follow; none of these is a base64url digit. */
const lengthMarks = '!$*~';

/**
 * Writes the way in force as short ASCII for suspend data. Header, 13 characters: format, module, revision, checksum.
 * A decision is 3 characters, a response 3 + 1 + (1..4). Source: docs/decisions/0003-decision-log.md.
 * @param beside what is kept together with it: the checksum covers that too
 * @throws Error on a decision the module does not have: encode what `replay` applied
 */
export function encodeLog(module: PlayModule, way: Decision[], beside = ''): string {
	const body = way.map((decision) => encodeDecision(module, decision)).join('');
	return headerFor(module) + shortHash(beside + body) + body;
}

/**
 * Reads suspend data back. Never throws: what is cut, garbled, of another module or of another revision gives the part
 * that can be trusted and a notice. The way it returns replays without held decisions unless the module was edited.
 * @param beside what came back together with it, see `encodeLog`
 */
export function decodeLog(module: PlayModule, text: string, beside = ''): Decoded {
	if (text === '') return { way: [], notice: null };
	if (text.length < headerLength || !text.startsWith(format)) return { way: [], notice: 'damaged' };
	if (text.slice(1, 4) !== moduleMark(module)) return { way: [], notice: 'other-module' };
	const body = text.slice(headerLength);
	const intact = shortHash(beside + body) === text.slice(10, headerLength);
	const edited = text.slice(4, 10) !== revisionMark(module);
	const { way, complete } = decodeBody(module, body, { skipUnknown: edited && intact });
	if (edited && intact) return { way, notice: 'changed' };
	const trusted = replay(module, way);
	return { way: trusted.way, notice: intact && complete && trusted.held.length === 0 ? null : 'damaged' };
}

/** Characters of suspend data when every decision and activity of the module is in the log twice: the check's limit. */
export function worstLength(module: PlayModule): number {
	let once = 0;
	for (const scene of Object.values(module.scenes)) {
		if (scene.kind === 'decision') once += 3;
		else if (isActivity(scene)) once += 4 + payloadLength(scene);
	}
	return headerLength + 2 * once;
}

/** What each three-character hash stands for; two names with one hash are a collision, which the check refuses. */
export function hashTable(module: PlayModule): HashEntry[] {
	return Object.values(module.scenes).flatMap((scene): HashEntry[] => {
		if (scene.kind === 'decision')
			return Object.keys(scene.choices).map((choice) => {
				const name = `${scene.id}/${choice}`;
				return { hash: shortHash(name), name, scene: scene.id, choice };
			});
		if (!isActivity(scene)) return [];
		const name = activityName(scene);
		return [{ hash: shortHash(name), name, scene: scene.id, choice: null }];
	});
}

/** How many ways an activity can be answered; over 2^24 it does not fit its four characters of payload. */
export function responseCount(activity: Activity): number {
	return optionsOf(activity).reduce((count, [, options]) => count * options.length, 1);
}

function headerFor(module: PlayModule): string {
	return format + moduleMark(module) + revisionMark(module);
}

function moduleMark(module: PlayModule): string {
	return shortHash(`${module.course}/${module.id}`);
}

function revisionMark(module: PlayModule): string {
	return module.revision.slice(0, 6).padEnd(6, '_');
}

function activityName(activity: Activity): string {
	const items = optionsOf(activity).map(([item, options]) => `${item}:${options.join(',')}`);
	return `${activity.id}/${items.join(';')}`;
}

function payloadLength(activity: Activity): number {
	return Math.max(1, Math.ceil(Math.log2(responseCount(activity)) / 6 - 1e-9));
}

function encodeDecision(module: PlayModule, decision: Decision): string {
	if ('choice' in decision) return shortHash(`${decision.scene}/${decision.choice}`);
	const scene = module.scenes[decision.scene];
	if (!isActivity(scene)) throw new Error(`${module.id} has no activity “${decision.scene}”`);
	let value = 0;
	for (const [item, options] of optionsOf(scene))
		value = value * options.length + options.indexOf(decision.response[item] ?? '');
	const length = payloadLength(scene);
	let payload = '';
	for (let index = 0; index < length; index += 1) {
		payload = digitOf(value % 64) + payload;
		value = Math.floor(value / 64);
	}
	return shortHash(activityName(scene)) + lengthMarks.charAt(length - 1) + payload;
}

function decodeBody(
	module: PlayModule,
	body: string,
	options: { skipUnknown: boolean }
): { way: Decision[]; complete: boolean } {
	const names = new Map(hashTable(module).map((entry) => [entry.hash, entry]));
	const way: Decision[] = [];
	let at = 0;
	while (at < body.length) {
		const entry = names.get(body.slice(at, at + 3));
		const marked = lengthMarks.indexOf(body.charAt(at + 3) || ' ') + 1;
		const payload = marked > 0 ? body.slice(at + 4, at + 4 + marked) : '';
		const whole = at + 3 + (marked > 0 ? 1 + marked : 0) <= body.length;
		const decision = entry && whole ? decisionOf(module, entry, payload, marked > 0) : null;
		if (decision) way.push(decision);
		else if (!options.skipUnknown || !whole) return { way, complete: false };
		at += 3 + (marked > 0 ? 1 + marked : 0);
	}
	return { way, complete: true };
}

function decisionOf(module: PlayModule, entry: HashEntry, payload: string, isResponse: boolean): Decision | null {
	if (entry.choice !== null) return isResponse ? null : { scene: entry.scene, choice: entry.choice };
	const scene = module.scenes[entry.scene];
	if (!isActivity(scene) || !isResponse || payload.length !== payloadLength(scene)) return null;
	const response = decodeResponse(scene, payload);
	return response && { scene: entry.scene, response };
}

function decodeResponse(activity: Activity, payload: string): Response | null {
	let value = 0;
	for (const digit of payload) {
		const digitValue = valueOf(digit);
		if (digitValue < 0) return null;
		value = value * 64 + digitValue;
	}
	const response: [string, string][] = [];
	for (const [item, options] of optionsOf(activity).reverse()) {
		response.push([item, options[value % options.length] ?? '']);
		value = Math.floor(value / options.length);
	}
	return value === 0 ? Object.fromEntries(response.reverse()) : null;
}
