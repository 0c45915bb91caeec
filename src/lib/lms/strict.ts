/** One call as it was made and answered. */
export type LoggedCallOf<Call extends string> = { call: Call; args: string[]; answer: string };
/** An API whose every call is looked at. */
export type ApiOf<Call extends string> = Record<Call, (...args: string[]) => unknown>;
/** An API that is looked at: every call so far, and what was wrong with it. Alike in every version of SCORM. */
export type WatchOf<Call extends string> = { api: ApiOf<Call>; calls: LoggedCallOf<Call>[]; faults: string[] };

/** Reports what is wrong with the call that is being looked at. */
export type Fault = (what: string) => void;
type Format = (value: string) => boolean;
/** What was written of one interaction or objective, by element below its number. */
export type Written = Record<string, string>;

/** Numbered records of one kind: the elements that come first, in this order, and the format of each. */
export type Collection = { first: string[]; formats: Record<string, (value: string, record: Written) => boolean> };

/** What the strictest LMS holds content to, in one version of SCORM. */
export type StrictRules<Call extends string> = {
	names: readonly Call[];
	calls: Record<'initialize' | 'get' | 'set' | 'commit' | 'finish', Call>;
	elements: { mode: string; credit: string; status: string };
	isReadable(element: string): boolean;
	formats: Record<string, Format>;
	/** By the element they are below, e.g. `cmi.interactions`. */
	collections: Record<string, Collection>;
	/** Per element of status, what may never be taken back. */
	final: Record<string, string[]>;
	/** Whether a value says that something was earned: there has to be credit for that. */
	isEarned(element: string, value: string): boolean;
	/**
	 * Looked at each time the LMS is to keep what it was told.
	 * @param values as written or read in this launch
	 * @param written elements that were written in it
	 */
	atCommit(values: ReadonlyMap<string, string>, written: ReadonlySet<string>, fault: Fault): void;
};

/**
 * Looks at everything content asks of an LMS, as the strictest ones do: order of calls, formats, lengths, vocabularies,
 * numbered records. What is found is listed in `faults`; the call goes through all the same.
 * @param settings.scored whether this package has a passing score: without one no score may be written
 */
export function watchBy<Call extends string>(
	rules: StrictRules<Call>,
	api: ApiOf<Call>,
	settings: { scored: boolean }
): WatchOf<Call> {
	const { initialize, get, set, commit, finish } = rules.calls;
	const { mode, credit, status } = rules.elements;
	const calls: LoggedCallOf<Call>[] = [];
	const faults: string[] = [];
	const values = new Map<string, string>();
	const written = new Set<string>();
	const records = new Map<string, Written[]>(Object.keys(rules.collections).map((name) => [name, []]));
	let initialised = 0;
	let finished = false;

	const isNormal = () => (values.get(mode) || 'normal') === 'normal';

	function check(call: Call, args: unknown[]): void {
		const at = `${call}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;
		const fault: Fault = (what) => faults.push(`${at}: ${what}`);
		const isErrorQuery = /Error|Diagnostic/.test(call);
		if (args.some((arg) => typeof arg !== 'string')) fault('an argument is no string');
		if (call === initialize) {
			if (initialised > 0) fault('initialised more than once');
			initialised += 1;
		} else if (!initialised && !isErrorQuery) fault(`called before ${initialize}`);
		if (finished && !isErrorQuery) fault(`called after ${finish}`);
		if ([initialize, commit, finish].includes(call) && args[0] !== '') fault('the argument must be ""');
		if (call === get && !isReadable(String(args[0]))) fault('not an element that can be read');
		if (call === set) checkSet(String(args[0]), String(args[1]), fault);
		if (call === commit || call === finish) checkCommit(fault);
		if (call === finish) {
			if (isNormal() && !written.has(status) && ['', 'not attempted', 'unknown'].includes(values.get(status) ?? ''))
				fault('no status was written: the LMS makes it completed');
			finished = true;
		}
	}

	function isReadable(element: string): boolean {
		const { record } = recordAt(element) ?? {};
		return record === undefined ? rules.isReadable(element) : record !== null;
	}

	function checkCommit(fault: Fault): void {
		if (written.size) rules.atCommit(values, written, fault);
	}

	function checkSet(element: string, value: string, fault: Fault): void {
		if (!isNormal()) fault(`writes in ${values.get(mode)} mode`);
		const score = /\bscore\./.test(element);
		if (score && !settings.scored) fault('a score without a passing score');
		if (values.get(credit) === 'no-credit' && (score || rules.isEarned(element, value))) fault('earns without credit');
		const before = values.get(element) ?? '';
		if (rules.final[element]?.includes(before) && value !== before) fault(`takes back ${before}`);
		const numbered = recordAt(element);
		if (numbered) checkRecord(numbered, value, fault);
		else if (!rules.formats[element]) fault('not an element that content may write');
		else if (!rules.formats[element](value)) fault('not in the format of the standard');
		values.set(element, value);
		written.add(element);
	}

	/** A numbered element taken apart; its record is null where the LMS has none of this number. */
	function recordAt(element: string) {
		const [, name = '', number = '', field = ''] = /^(cmi\.\w+)\.(\d+)\.([\w.]+)$/.exec(element) ?? [];
		const known = records.get(name);
		return known && { name, known, number: Number(number), field, record: known[Number(number)] ?? null };
	}

	function checkRecord(
		{ name, known, number, field }: NonNullable<ReturnType<typeof recordAt>>,
		value: string,
		fault: Fault
	) {
		const { first, formats } = rules.collections[name] as Collection;
		if (number > known.length) fault('leaves out a number (351)');
		const isRestored = known[number]?.['restored'] !== undefined;
		const record = (known[number] ??= {});
		const due = first.slice(0, first.includes(field) ? first.indexOf(field) : first.length);
		const missing = isRestored ? [] : due.filter((one) => !(one in record));
		if (missing.length) fault(`${missing.join(' and ')} must come first (408)`);
		if (!(formats[field]?.(value, record) ?? false)) fault('not in the format of the standard');
		if (field === 'id' && known.some((other, at) => at !== number && other['id'] === value))
			fault('id used twice (351)');
		record[field] = value;
	}

	/** Learns from an answer what the LMS has. */
	function notice(element: string, answer: string): void {
		if (!written.has(element)) values.set(element, answer);
		const counted = records.get(element.replace(/\._count$/, ''));
		for (let number = counted?.length ?? 0; counted && number < Number(answer); number += 1)
			counted.push({ restored: '' });
		const numbered = recordAt(element);
		if (numbered?.record) numbered.record[numbered.field] ??= answer;
	}

	const watched =
		(call: Call) =>
		(...args: string[]) => {
			check(call, args);
			const answer = api[call](...args);
			calls.push({ call, args: args.map(String), answer: String(answer) });
			if (call === get) notice(args[0] ?? '', String(answer));
			return answer;
		};
	return { api: Object.fromEntries(rules.names.map((name) => [name, watched(name)])) as ApiOf<Call>, calls, faults };
}
