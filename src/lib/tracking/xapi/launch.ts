import { isRecord } from '../parse-entries.ts';
import { tryTo } from '../try-to.ts';
import type { Json } from './statement.ts';

/** What a cmi5 LMS puts into the address of a module. */
export type Cmi5Launch = { endpoint: string; fetch: string; actor: Json; registration: string; activityId: string };

/** What a launcher of xAPI packages puts there. */
export type XapiLaunch = {
	endpoint: string;
	/** The whole value of the Authorization header; null where the endpoint asks for none. */
	auth: string | null;
	actor: Json;
	registration: string | null;
	/** The activity that was launched; null where nobody says. */
	activityId: string | null;
	grouping: string | null;
	platform: string | null;
};

/**
 * The launch parameters of cmi5, in any order.
 * @param search the query of the page's address
 * @returns null where one is missing or of the wrong shape: the page was not launched by an LMS
 * Source: cmi5 8.1.
 */
export function parseCmi5Launch(search: string): Cmi5Launch | null {
	const query = new URLSearchParams(search);
	const [endpoint, fetch] = [addressIn(query, 'endpoint'), addressIn(query, 'fetch')];
	const [registration, activityId] = [query.get('registration'), query.get('activityId')];
	const actor = jsonIn(query, 'actor');
	if (!endpoint || !fetch || !registration || !activityId || !actor) return null;
	return { endpoint, fetch, actor, registration, activityId };
}

/**
 * The launch parameters of a tincan.xml package. Only endpoint and actor have to be there.
 * Source: Rustici's launch guide for Tin Can packages.
 */
export function parseXapiLaunch(search: string): XapiLaunch | null {
	const query = new URLSearchParams(search);
	const endpoint = addressIn(query, 'endpoint');
	const actor = normalisedActor(jsonIn(query, 'actor'));
	if (!endpoint || !actor) return null;
	const said = (name: string) => query.get(name) || null;
	return {
		endpoint,
		auth: said('auth'),
		actor,
		registration: said('registration'),
		activityId: said('activity_id'),
		grouping: said('grouping'),
		platform: said('activity_platform')
	};
}

/** One text that names this actor, to keep what belongs to one person apart; `''` where nothing does. */
export function actorKey(actor: Json): string {
	const { account } = actor;
	if (isRecord(account) && typeof account['name'] === 'string' && account['name'])
		return JSON.stringify([account['homePage'], account['name']]);
	const id = actor['mbox'] ?? actor['mbox_sha1sum'] ?? actor['openid'];
	return typeof id === 'string' ? id : '';
}

/** Old launchers wrap every property in a list, and call an account's parts by other names. */
function normalisedActor(actor: Json | null): Json | null {
	if (!actor) return null;
	const { account, objectType, ...rest } = Object.fromEntries(
		Object.entries(actor).map(([name, value]): [string, unknown] => [name, first(value)])
	);
	const known = isRecord(account)
		? {
				account: {
					homePage: account['homePage'] ?? account['accountServiceHomePage'],
					name: account['name'] ?? account['accountName']
				}
			}
		: {};
	const whole = { objectType: objectType === 'Group' ? 'Group' : 'Agent', ...rest, ...known };
	return actorKey(whole) ? whole : null;
}

function first(value: unknown): unknown {
	return Array.isArray(value) ? (value as unknown[])[0] : value;
}

function jsonIn(query: URLSearchParams, name: string): Json | null {
	const value = tryTo((): unknown => JSON.parse(query.get(name) ?? 'null'));
	return isRecord(value) ? value : null;
}

/** Only an address of the web is spoken to. */
function addressIn(query: URLSearchParams, name: string): string | null {
	const text = query.get(name);
	return text && /^https?:\/\//i.test(text) && tryTo(() => new URL(text)) ? text : null;
}
