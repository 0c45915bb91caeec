/** A condition as data. Authors write it as text; `parseCondition` reads it, `holds` in `scenario/` answers it. */
export type Condition =
	| { is: 'meter'; meter: string; compare: Compare; value: number }
	| { is: 'score'; objective: string; compare: Compare; value: number }
	| { is: 'chose'; scene: string; choice: string }
	| { is: 'visited'; scene: string }
	| { is: 'not'; of: Condition }
	| { is: 'and' | 'or'; of: Condition[] };

/** How a number is compared in a condition. */
export type Compare = '>=' | '<=' | '>' | '<' | '=';

/** Named bands per meter, each with its lowest value, as the module file has them. */
export type Bands = Record<string, Record<string, number>>;

/** The condition, or where and why it could not be read. */
export type ParsedCondition =
	| { ok: true; value: Condition }
	/** `at` counts characters from 0 within the text. */
	| { ok: false; at: number; message: string };

type Token = { text: string; at: number };

/**
 * Reads a condition as an author writes it: `openness >= 4`, `openness is open`, `chose scene/choice`,
 * `visited scene`, `score objective >= 2`, joined by `and`, `or`, `not` and parentheses.
 * Whether the names exist is for the check to say; only a band has to be known here, since it stands for numbers.
 */
export function parseCondition(text: string, bands: Bands): ParsedCondition {
	const tokens = [...text.matchAll(/\(|\)|>=|<=|>|<|=|[^\s()<>=]+/g)].map((match) => ({
		text: match[0],
		at: match.index
	}));
	try {
		const reader = new Reader(tokens, text.length, bands);
		const value = reader.either();
		reader.end();
		return { ok: true, value };
	} catch (error) {
		if (error instanceof Unreadable) return { ok: false, at: error.at, message: error.message };
		throw error;
	}
}

/** Every name a condition asks about, for the check and for the compiler's "still read later". */
export function referencesOf(condition: Condition): Exclude<Condition, { of: unknown }>[] {
	if (condition.is === 'not') return referencesOf(condition.of);
	if ('of' in condition) return condition.of.flatMap(referencesOf);
	return [condition];
}

class Unreadable extends Error {
	readonly at: number;
	constructor(at: number, message: string) {
		super(message);
		this.at = at;
	}
}

class Reader {
	private next = 0;
	private readonly tokens: Token[];
	private readonly length: number;
	private readonly bands: Bands;

	constructor(tokens: Token[], length: number, bands: Bands) {
		this.tokens = tokens;
		this.length = length;
		this.bands = bands;
	}

	either(): Condition {
		return this.joined('or', () => this.joined('and', () => this.negated()));
	}

	end(): void {
		const token = this.tokens[this.next];
		if (token) throw new Unreadable(token.at, `“${token.text}” is not expected here`);
	}

	private joined(word: 'and' | 'or', part: () => Condition): Condition {
		const of = [part()];
		while (this.tokens[this.next]?.text === word) {
			this.next += 1;
			of.push(part());
		}
		return of.length === 1 ? of[0]! : { is: word, of };
	}

	private negated(): Condition {
		const token = this.take('a condition');
		if (token.text === 'not') return { is: 'not', of: this.negated() };
		if (token.text === '(') {
			const inner = this.either();
			const close = this.take('a closing parenthesis');
			if (close.text !== ')') throw new Unreadable(close.at, `“)” is missing before “${close.text}”`);
			return inner;
		}
		if (token.text === 'chose') return this.chose();
		if (token.text === 'visited') return { is: 'visited', scene: this.take('a scene').text };
		if (token.text === 'score') return { is: 'score', objective: this.take('an objective').text, ...this.comparison() };
		return this.meter(token);
	}

	private chose(): Condition {
		const token = this.take('scene/choice');
		const [scene, choice, ...rest] = token.text.split('/');
		if (!scene || !choice || rest.length > 0)
			throw new Unreadable(token.at, `“${token.text}” should read scene/choice`);
		return { is: 'chose', scene, choice };
	}

	private meter(token: Token): Condition {
		const meter = token.text;
		if (!/^[a-z]/.test(meter)) throw new Unreadable(token.at, `“${meter}” is not expected here`);
		if (this.tokens[this.next]?.text !== 'is') return { is: 'meter', meter, ...this.comparison() };
		this.next += 1;
		const band = this.take('a band');
		const known = this.bands[meter] ?? {};
		const lowest = known[band.text];
		if (lowest === undefined)
			throw new Unreadable(
				band.at,
				`${meter} has no band “${band.text}”; it has ${Object.keys(known).join(', ') || 'none'}`
			);
		const above = Math.min(...Object.values(known).filter((value) => value > lowest));
		const from: Condition = { is: 'meter', meter, compare: '>=', value: lowest };
		return above === Infinity ? from : { is: 'and', of: [from, { is: 'meter', meter, compare: '<', value: above }] };
	}

	private comparison(): { compare: Compare; value: number } {
		const compare = this.take('one of >= <= > < =');
		if (!['>=', '<=', '>', '<', '='].includes(compare.text))
			throw new Unreadable(compare.at, `“${compare.text}” should be one of >= <= > < =`);
		const value = this.take('a number');
		if (!/^-?\d+$/.test(value.text)) throw new Unreadable(value.at, `“${value.text}” should be a whole number`);
		return { compare: compare.text as Compare, value: Number(value.text) };
	}

	private take(wanted: string): Token {
		const token = this.tokens[this.next];
		if (!token) throw new Unreadable(this.length, `the condition ends where ${wanted} was expected`);
		this.next += 1;
		return token;
	}
}
