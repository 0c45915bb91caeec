import type { WatchedCalls } from '#lib/lms/host/launch.ts';

/** An API whose calls are looked at. */
type Api = Record<string, (...args: string[]) => unknown>;

/** Asking for what is not set yet, or not supported, is how content finds out. */
const harmless = ['401', '403'];

function isReading(name: string): boolean {
	return name.endsWith('GetValue');
}

/**
 * Listens in on an API without any opinion of its own: a fault is what the LMS refused. For packages that may do all the
 * standard allows.
 * @param names the functions, with the one that tells the last error at the end
 */
export function watchCalls(api: Api, names: readonly string[]): WatchedCalls & { api: Api } {
	const calls: WatchedCalls['calls'] = [];
	const faults: string[] = [];
	const lastError = () => {
		const code = api[names.at(-1) ?? '']?.();
		return typeof code === 'string' || typeof code === 'number' ? String(code) : '0';
	};
	const watched = (name: string) =>
		[
			name,
			(...args: string[]) => {
				const answer = api[name]?.(...args);
				calls.push({ call: name, args: args.map(String), answer: String(answer) });
				const code = /LastError|ErrorString|Diagnostic/.test(name) ? '0' : lastError();
				if (code !== '0' && !(isReading(name) && harmless.includes(code)))
					faults.push(`${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')}): error ${code}`);
				return answer;
			}
		] as const;
	return { calls, faults, api: Object.fromEntries(names.map(watched)) };
}
