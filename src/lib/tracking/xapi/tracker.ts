import type { Entry, PlayModule } from '#lib/scenario/module.ts';
import { sameEntry } from '#lib/scenario/log.ts';
import { shareDone } from '#lib/scenario/progress.ts';
import { replay } from '#lib/scenario/replay.ts';
import { wayInForce } from '#lib/scenario/way.ts';
import type { CopyKeeper } from '../device-copy.ts';
import { createRetries, type RetryClock } from '../retries.ts';
import { isoDuration } from '../scorm/format.ts';
import { resumeFrom } from '../scorm/resume.ts';
import { packAttempt, unpackAttempt } from '../suspend-data.ts';
import type { Progress, SavedAttempt, SaveState, Tracker } from '../tracker.ts';
import { attemptStore } from './attempt-store.ts';
import type { Connect, Connection } from './connection.ts';
import { decisionStatement } from './decision-statement.ts';
import type { KeptAttempt } from './kept-attempt.ts';
import type { LaunchKeeper } from './launch-record.ts';
import type { LrsClient } from './lrs-client.ts';
import type { Outbox } from './outbox.ts';
import { owedNow, owedOnLeaving, progressed, sessionEnd, toldAfter, type Said, type Standing } from './owed.ts';
import { sendOutbox } from './send-outbox.ts';
import { toStatement, type Draft } from './statement.ts';

/** What the tracker needs: everything that varies comes in here. */
export type XapiOptions = {
	module: PlayModule;
	profile: 'cmi5' | 'xapi';
	connect: Connect;
	/** What this launch remembers over a reload. */
	launch: LaunchKeeper;
	/** Statements on their way, of this learner in this registration. */
	outbox: Outbox;
	/** The copy on this device, of this learner in this registration. */
	copy: CopyKeeper;
	/** The package's own, 0..1; null where it asks for completion only. An LMS may set another. */
	passingScaled: number | null;
	doneStatus: 'completed' | 'passed';
	/** Whether each decision is sent as a statement. */
	interactions: boolean;
	/** Milliseconds since 1970. */
	now(): number;
	newId(): string;
	clock: RetryClock;
	/** Told what was refused: what it was, and the status. Never a value. */
	log(call: string, error: string): void;
};

/** The tracker, and what the page around it needs. */
export type XapiTracker = Tracker & {
	/** The page goes away: ends the session, once, where there is nothing left to go on with. */
	end(): void;
	isEnded(): boolean;
	/** Whether something is not saved yet. */
	isWaiting(): boolean;
	sendWaiting(): void;
	/** 0..1, by which passing is judged; known once open. */
	passingScaled(): number | null;
	/** Known once open. */
	returnUrl(): string | null;
};

/**
 * Keeps an attempt in a learning record store. The attempt is a state document, written after each decision; what was
 * earned is said in statements, each the moment it is earned and once per registration. Whatever the store answers, the
 * learner goes on: what it has not taken waits on the device, and is sent in order later or by the next launch.
 * Sources: cmi5 7.1, 9, 10; docs/lms/cmi5-and-xapi.md.
 */
export function createXapiTracker(options: XapiOptions): XapiTracker {
	const { module, outbox, copy, launch } = options;
	const listeners = new Set<(state: SaveState) => void>();
	const retries = createRetries(options.clock, () => void sendLater());
	let connection: Connection | null = null;
	/** This launch can send nothing: its token is gone, or its session over. The next one will. */
	let isSpent = launch.get().terminated;
	let mode: SavedAttempt['mode'] = 'normal';
	let latest: Progress | null = null;
	let known: Entry[] = [];
	let percentSaid = 0;
	let ended = false;
	let isTroubled = false;
	/** The store has said what it has of the attempt. */
	let isRead = false;
	let sending: Promise<boolean> | null = null;
	/** A way that the store turned out to have, once it could be asked: the learner chooses between it and this one. */
	let theirs: Entry[] | null = null;
	/** What the LMS refused in this session: not said again before the next one. */
	const refused = new Set<Draft['verb']>();
	const attempt = attemptStore(module);

	const elapsed = () => isoDuration(options.now() - launch.get().openedAtMs);
	const passing = () => connection?.session.masteryScore ?? options.passingScaled;
	const standing = (): Standing => ({
		result: latest?.result ?? null,
		told: attempt.told(),
		waiting: outbox.all(),
		passing: passing(),
		passesWhenDone: options.doneStatus === 'passed' || connection?.mustPass === true,
		duration: elapsed()
	});
	const percentNow = () => (latest ? Math.floor(shareDone(module, replay(module, latest.entries)) * 100) : 0);

	function say(all: Said[]): boolean {
		const timestamp = new Date(options.now()).toISOString();
		const drafts = all
			.filter(({ verb }) => !refused.has(verb))
			.map((one) => ({ id: options.newId(), timestamp, ...one }));
		return drafts.length === 0 || outbox.replace([...outbox.all(), ...drafts]);
	}

	/** Everything that this progress gives reason to say. @returns whether it is on the device */
	function sayWhatIsOwed(): boolean {
		if (isSpent || !latest || mode !== 'normal') return true;
		const percent = percentNow();
		const isFurther = !latest.result && percent > percentSaid;
		if (isFurther) percentSaid = percent;
		return say([
			...decisionsSince(latest.entries),
			...(isFurther ? [progressed(percent)] : []),
			...owedNow(standing())
		]);
	}

	function decisionsSince(entries: Entry[]): Said[] {
		const added = options.interactions ? entries.slice(known.length) : [];
		known = entries;
		return added.flatMap((entry) => ('scene' in entry ? (decisionStatement(module, entry) ?? []) : []));
	}

	async function connected(): Promise<Connection | null> {
		if (connection || isSpent) return connection;
		const found = await options.connect();
		if (typeof found === 'string') {
			isSpent = found === 'refused';
			if (!isSpent) retries.again(null);
			return null;
		}
		connection = found;
		mode = found.mode;
		// Known only now: in another mode nothing but the session itself may be recorded.
		if (mode !== 'normal') outbox.replace(outbox.all().filter(({ verb }) => verb === 'initialized'));
		return connection;
	}

	function send(): Promise<boolean> {
		sending ??= sendAll()
			.then((isDone) => {
				isTroubled = !isDone;
				if (isDone) retries.stop();
				return isDone;
			})
			.finally(() => (sending = null));
		return sending;
	}

	async function sendAll(): Promise<boolean> {
		const reached = await connected();
		if (!reached) return false;
		const { lrs, session } = reached;
		const later = (afterMs: number | null) => retries.again(afterMs);
		if (!isRead && !(await catchUp(lrs))) {
			later(null);
			return false;
		}
		const keep = async () => mode !== 'normal' || (theirs === null && (await attempt.write(lrs, later, options.log)));
		const isKept = await keep();
		const isSent = await sendOutbox({
			outbox,
			session,
			lrs,
			later,
			beforeEnd: keep,
			onThere: (draft) => attempt.tell(toldAfter(attempt.told(), draft)),
			onRefused: ({ verb }, status) => {
				refused.add(verb);
				options.log(verb, `status ${status}`);
			}
		});
		// What was answered for is kept as well.
		const isTold = isKept && (await keep());
		return isKept && isSent && isTold && !refused.has('completed') && !refused.has('passed');
	}

	/** The store could not be asked when the page was opened, and now answers: it may have more than was played on from. */
	async function catchUp(lrs: LrsClient): Promise<boolean> {
		const kept = await attempt.read(lrs);
		isRead = kept !== undefined;
		if (!isRead) return false;
		const way = kept ? unpackAttempt(module, kept.text).way : [];
		const ours = latest ? wayInForce(latest.entries) : [];
		if (mode === 'normal' && !way.every((entry, index) => ours[index] && sameEntry(entry, ours[index]))) theirs = way;
		sayWhatIsOwed();
		return true;
	}

	async function sendLater(): Promise<void> {
		// Several signs may come at once that trying again may help; what comes of it is told once.
		if (!isTroubled || sending) return;
		const isDone = await send();
		if (!isDone && theirs === null) return;
		for (const listener of listeners) listener(stateAfter(isDone, true));
	}

	function stateAfter(isDone: boolean, isOnDevice: boolean): SaveState {
		if (isDone) return { kind: 'kept' };
		if (theirs) return { kind: 'conflict', entries: theirs };
		return { kind: isOnDevice ? 'waiting' : 'failed' };
	}

	async function save(progress: Progress): Promise<SaveState> {
		if (mode !== 'normal') return { kind: 'not-recorded' };
		// The session is over: the page behind this one has no say any more.
		if (ended) return { kind: 'failed' };
		latest = progress;
		attempt.change(progress);
		const { way } = replay(module, progress.entries);
		const text = packAttempt(module, { way, saves: attempt.saves(), finished: progress.result });
		const isCopied = copy.write({
			format: 1,
			text,
			result: progress.result,
			savedAtMs: options.now(),
			confirmed: false
		});
		const isOnDevice = sayWhatIsOwed() && isCopied;
		if (sending) await sending;
		return stateAfter(await send(), isOnDevice);
	}

	const isAtEnding = () => latest !== null && replay(module, latest.entries).ended !== null;

	/** The last statements of the session, once. */
	function sayTheEnd(): void {
		if (ended) return;
		ended = true;
		if (isSpent) return;
		launch.set({ terminated: options.profile === 'cmi5' });
		const verb = options.profile === 'xapi' && !isAtEnding() ? 'suspended' : 'terminated';
		const isCompleted = mode !== 'normal' || attempt.told().completed || Boolean(latest?.result);
		say([
			...(mode === 'normal' ? owedOnLeaving(standing()) : []),
			sessionEnd(verb, elapsed(), isCompleted ? null : percentNow())
		]);
	}

	/** What can still be sent while the page goes away: two requests that outlive it, and no answer. */
	function sendWhileLeaving(): void {
		const drafts = outbox.all();
		if (!connection || isSpent) return;
		const { lrs, session } = connection;
		// Said with nobody there to hear the answer: else every sitting would say it again.
		for (const draft of drafts) if (draft.verb === 'failed') attempt.tell(toldAfter(attempt.told(), draft));
		if (mode === 'normal' && isRead && theirs === null) attempt.writeWhileLeaving(lrs);
		if (drafts.length === 0) return;
		void lrs.postStatements(
			drafts.map((draft) => toStatement(session, draft)),
			{ isLeaving: true }
		);
	}

	/** @param kept null where the store has none, undefined where it could not be asked */
	function resume(kept: KeptAttempt | null | undefined): SavedAttempt | null {
		const own = copy.read(options.now());
		const { told } = kept ?? { told: attempt.told() };
		const done = told.completed || told.passed || told.failedAt !== null;
		const resumed = resumeFrom(
			module,
			{
				// A store that could not be asked has not forgotten.
				standing: { begun: kept !== null, done, success: kept?.success ?? null },
				suspendData: kept?.text ?? '',
				scaled: kept?.scaled ?? null
			},
			own,
			passing()
		);
		const { way: entries, result } = resumed;
		const notice = kept === undefined && resumed.notice === 'lost' ? null : resumed.notice;
		known = entries;
		const { place, ended: ending } = replay(module, entries);
		latest = { entries, result, place };
		percentSaid = Math.floor(shareDone(module, { place, ended: ending }) * 100);
		attempt.resume(latest, resumed.saves, resumed.handAgain && entries.length > 0);
		if (mode === 'normal' && resumed.confirmed && own && !own.confirmed) copy.write({ ...own, confirmed: true });
		return entries.length || result || notice || mode !== 'normal' ? { entries, result, mode, notice } : null;
	}

	return {
		open: async () => {
			const reached = await connected();
			const kept = reached ? await attempt.read(reached.lrs) : undefined;
			isRead = kept !== undefined;
			isTroubled = !isRead;
			const saved = resume(kept);
			if (!isSpent && !launch.get().initialized) {
				const begin: Draft = {
					id: options.newId(),
					timestamp: new Date(options.now()).toISOString(),
					verb: 'initialized'
				};
				const before = outbox.all();
				// In cmi5 nothing may come before it, nor have an earlier moment; elsewhere what waited happened before.
				const inSession = () => [begin, ...before.map((draft) => ({ ...draft, timestamp: begin.timestamp }))];
				outbox.replace(options.profile === 'cmi5' ? inSession() : [...before, begin]);
				launch.set({ initialized: true });
			}
			sayWhatIsOwed();
			if (reached) void send();
			return saved;
		},

		save,

		settle: (_keep, progress) => {
			theirs = null;
			known = progress.entries;
			return save(progress);
		},

		// Hidden pages may come back, so this only sends what is left; `end` ends.
		close: () => {
			if (!ended) void sendLater();
		},

		sendWaiting: () => void sendLater(),

		leave: async () => {
			sayTheEnd();
			if (sending) await sending;
			if (!isSpent) await send();
			return 'close-window';
		},

		end: () => {
			// A page that goes away in the middle may only be loaded anew, and no browser tells the one from the other. A session of
			// cmi5 cannot go on after its end, so there it stays open; the LMS abandons it when the module is next launched.
			if (options.profile === 'xapi' || isAtEnding()) sayTheEnd();
			sendWhileLeaving();
		},

		isEnded: () => ended,
		isWaiting: () => isTroubled,
		passingScaled: passing,
		returnUrl: () => connection?.returnUrl ?? null,

		onLaterSave: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		}
	};
}
