/** Functions of an LMS by their names, as content calls them. */
export type LmsApi = Record<string, (...args: string[]) => unknown>;

/** One call that content made, whatever the standard: a function of a SCORM API, or a request to a record store. */
export type RecordedCall = {
	/** `LMSSetValue`, or method and resource of a request. */
	name: string;
	args: string[];
	/** As it came, as text. */
	answer: string;
	/** Code of the error as the standard numbers it, or what was thrown; `''` where all went well. */
	error: string;
	/** How long the answer took, in milliseconds, ≥ 0. */
	ms: number;
	/** What the strict checks found wrong with the call itself. */
	faults: string[];
};

/** Errors of a reading call that say only that nothing is there: how content finds out what is set, and what an LMS takes. */
const nothingThere = ['401', '403'];

/** Whether an LMS answered that there is nothing to read: no fault of anybody's. Source: SCORM 2004 4th Ed. RTE 3.1.7. */
export function saysNothingThere({ name, error }: RecordedCall): boolean {
	return name.endsWith('GetValue') && nothingThere.includes(error);
}

/** Whether something went wrong: the LMS refused or broke, or the call itself goes against the standard. */
export function isProblem(call: RecordedCall): boolean {
	return call.faults.length > 0 || wasRefused(call);
}

/** Whether the LMS refused a call, or broke. */
export function wasRefused(call: RecordedCall): boolean {
	return call.error !== '' && !saysNothingThere(call);
}

/** An API that is looked at, and the list to which its checks add what they find: see `watchStrictly`. */
export type Checked = { api: LmsApi; faults: string[] };

/**
 * Puts a recorder in front of an API: each call goes through unchanged, errors that are thrown included.
 * @param options.lastError the error code of the last call, asked of the LMS itself and not recorded
 * @param options.now milliseconds, for timing only
 */
export function recordCalls(
	{ api, faults }: Checked,
	options: { lastError: () => string; now: () => number; tell: (call: RecordedCall) => void }
): LmsApi {
	const recorded =
		(name: string, call: (...args: string[]) => unknown) =>
		(...args: string[]) => {
			const before = faults.length;
			const startedAt = options.now();
			const told = (answer: string, error: string) =>
				options.tell({
					name,
					args: args.map(String),
					answer,
					error,
					ms: Math.max(0, options.now() - startedAt),
					faults: faults.slice(before).map(withoutCall)
				});
			let answer: unknown;
			try {
				answer = call(...args);
			} catch (error) {
				told('', error instanceof Error ? error.name : 'thrown');
				throw error;
			}
			const code = isErrorQuery(name) ? '0' : options.lastError();
			told(String(answer), code === '0' ? '' : code);
			return answer;
		};
	return Object.fromEntries(Object.entries(api).map(([name, call]) => [name, recorded(name, call)]));
}

function isErrorQuery(name: string): boolean {
	return /Error|Diagnostic/.test(name);
}

/** The checks say which call they speak of; here it stands beside it. */
function withoutCall(fault: string): string {
	return fault.replace(/^\w+\([^]*\): (?=[^:]*$)/, '');
}
