import type { Condition } from '#lib/course/condition.ts';

/**
 * What runs: one module, compiled. Plain JSON, so that it can be inlined into a package; texts are HTML with the
 * organisation's settings already filled in. Everything right of `scenario/` reads this and never the author's file.
 */
export type PlayModule = {
	/** The shape of this data; a reader of another format refuses it. */
	format: 1;
	course: string;
	id: string;
	/** Ten base64url characters: a hash of the author's file (not of settings or translations). */
	revision: string;
	/** Language of the texts, e.g. `en`. */
	language: string;
	title: string;
	summary: string;
	youAre: string;
	minutes: number;
	contentNotes: { topic: string; note: string }[];
	objectives: Objective[];
	cast: Record<string, Person>;
	meters: Record<string, Meter>;
	chapters: Chapter[];
	/** By id, in file order; endings are scenes too. Routes are only in the statechart. */
	scenes: Record<string, Scene>;
	asides: Record<string, { link: string; title: string; text: Text }>;
	/** The one way shown by "read it as a script"; every activity answered well. Ends at an ending. */
	script: Decision[];
	reflection: { ask: string; prompts: string[] };
	nextShift: Html;
	/** The evidence cited by the debrief, by claim id. */
	claims: Record<string, { strength: string; sources: Citation[] }>;
	/** Where each scene stands on the path map, laid out when compiled. */
	map: PathLayout;
	/** Given to `createMachine` with the shared implementations. */
	definition: MachineDefinition;
};

/** Checked HTML made from Markdown when the course was loaded. */
export type Html = string;

/** The first variant whose condition holds is shown; the last one has none. */
export type Text = { when?: Condition; html: Html }[];

/** A learning objective; `need` is the points that show it. */
export type Objective = { id: string; text: string; need: number };
/** Somebody of the cast as a learner meets them: plain texts, `about` as HTML of one line. */
export type Person = { name: string; role: string; about?: string };
/** A bounded whole number with named bands, each with its lowest value; never shown as a number. */
export type Meter = { label: string; from: number; to: number; start: number; bands: Record<string, number> };

/** A stretch of the story; a compound state of the chart. */
export type Chapter = {
	id: string;
	title: string;
	/** From 1; a new part is a natural place to stop. */
	part: number;
	youAre?: string;
	/** One sentence shown when the chapter has ended. */
	closing?: Text;
};

/** One scene as it is shown; what leads where stands in the definition alone. */
export type Scene = SceneBase &
	(
		| { kind: 'passage' }
		| { kind: 'decision'; question?: string; choices: Record<string, Choice> }
		| ({ kind: 'sort' } & Sort)
		| ({ kind: 'select' } & Select)
		| ({ kind: 'reword' } & Reword)
		| { kind: 'rate'; ask: string; low: string; high: string; steps: number }
		| { kind: 'reflect'; ask: string; prompts: string[] }
		| { kind: 'ending'; offer: string[] }
	);

type SceneBase = {
	id: string;
	/** Id of its chapter; endings belong to none. */
	chapter: string | null;
	title: string;
	/** In order; the first one speaks. */
	who: { person: string; mood: string }[];
	text: Text;
	asides: string[];
	/** Sensitive topics in this scene. */
	flag: string[];
	/** Equal credit for not reading it: in a decision the story goes on as though `as` had been chosen. */
	skip?: { html: Html; as?: string };
	debrief?: Debrief;
};

/** What the learner may say or do in a decision. */
export type Choice = {
	/** HTML of one line. */
	say: Html;
	when?: Condition;
};

/** An activity: put each item into a group. */
export type Sort = {
	ask: string;
	into: Record<string, string>;
	/** By id; `in` lists the groups that fit. */
	items: Record<string, { text: string; in: string[]; because?: Html }>;
};
/** An activity: which of these apply. */
export type Select = {
	ask: string;
	options: Record<string, { text: string; applies: boolean; because?: Html }>;
};
/** An activity: find the phrases of a document that get in the way, and say them better. */
export type Reword = {
	ask: string;
	/** HTML in which `<span data-phrase="id"></span>` stands where a phrase goes. */
	document: Html;
	phrases: Record<
		string,
		{
			text: string;
			keep: { fits: boolean; because?: Html };
			options: Record<string, { say: string; fits: boolean; because?: Html }>;
		}
	>;
};

/** What the debrief says of one moment. `objective` is null where none was scored. */
export type Debrief = {
	objective: string | null;
	/** Per choice id. */
	happened: Record<string, Html>;
	otherSide?: { who: string; text: Html | Record<string, Html> };
	finding: Html;
	limits: string;
	claims: string[];
};

/** A source as a reader can look it up. */
export type Citation = {
	/** "Byrne and others (2018)". */
	short: string;
	title: string;
	where: string | null;
	doi: string | null;
	/** Where it is known only through the review: "as reported in Reeves and others (2024)". */
	via: string | null;
};

/** The drawing of the path map, in its own units, top to bottom. */
export type PathLayout = {
	width: number;
	height: number;
	nodes: Record<string, { x: number; y: number }>;
	/** Scene to scene, routes resolved. */
	edges: { from: string; to: string }[];
};

/** A choice in a decision scene, or a response in an activity. */
export type Decision = { scene: string; choice: string } | { scene: string; response: Response };

/**
 * What was given in an activity, item id → option id, every item present:
 * sort: item → group; select: option → `yes` or `no`; reword: phrase → option id or `keep`.
 */
export type Response = Record<string, string>;

/** One entry of an attempt's append-only log: a decision, or back to the first `rewind` decisions of the way then in force. */
export type Entry = Decision | { rewind: number };

/** The subset of XState's machine configuration that `compile` writes. */
export type MachineDefinition = {
	id: string;
	initial: string;
	context: Facts;
	/** A cycle of routes would hang the process; the check refuses one, and this stops it. */
	options: { maxIterations: number };
	states: Record<string, StateDefinition>;
};
/** One state as XState's configuration has it. */
export type StateDefinition = {
	id?: string;
	type?: 'final' | 'history';
	history?: 'deep';
	initial?: string;
	entry?: ActionDefinition[];
	always?: TransitionDefinition[];
	on?: Record<string, TransitionDefinition>;
	states?: Record<string, StateDefinition>;
};
/** A transition; `target` is `#` and the id of a state. */
export type TransitionDefinition = { target?: string; guard?: GuardDefinition; actions?: ActionDefinition[] };
/** The one guard there is; its condition is data. */
export type GuardDefinition = { type: 'holds'; params: { condition: Condition } };
/** Effects: of a choice, of a graded response, of having been somewhere. */
export type ActionDefinition =
	| { type: 'choose'; params: { scene: string; choice?: string; meters?: Record<string, number>; points?: Points } }
	| { type: 'grade'; params: { scene: string; most: Points; fits: Record<string, string[]> } }
	| { type: 'visit'; params: { scene: string } };
/** Per objective (or per meter, as changes), whole numbers. */
export type Points = Record<string, number>;

/** The machine's context: only what a condition or the score may still read. */
export type Facts = {
	meters: Record<string, number>;
	/** Latest choice per scene, for scenes that a condition asks about. */
	chose: Record<string, string>;
	/** Points per scene, latest visit. */
	points: Record<string, Points>;
	/** Scenes that a condition asks about. */
	visited: Record<string, true>;
	/** Meter bounds, so that the shared actions can clamp. */
	bounds: Record<string, [from: number, to: number]>;
};
