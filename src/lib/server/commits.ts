import { isStoreUnavailable, type Store } from './db/open.ts';

/**
 * One thing to commit. Called inside a transaction, synchronously: looks, decides, and says what it would answer and
 * what it would write. It writes nothing itself, so that its failure is its own.
 */
export type Work<Answer> = () => Planned<Answer>;
/** What a piece of work wants answered and written. */
export type Planned<Answer> = {
	answer: Answer;
	/** Writes; null where there is nothing to keep. */
	write: (() => void) | null;
};

/** A queue of work for one store. */
export type Commits = {
	/**
	 * Queues work. All that is queued in one turn of the event loop shares one transaction and is answered after its
	 * commit: one wait for the disk instead of many. Rejects where the work throws or the store cannot be written.
	 */
	commit: <Answer>(work: Work<Answer>) => Promise<Answer>;
};

type Queued = { work: Work<unknown>; resolve: (answer: unknown) => void; reject: (error: unknown) => void };
type Settle = () => void;

/** A commit queue for one store. `onRollback` is told before anybody else when what was written is gone again. */
export function createCommits(store: Store, onRollback: () => void): Commits {
	let queue: Queued[] = [];

	function flush(): void {
		const batch = queue;
		queue = [];
		let settled: Settle[];
		try {
			settled = together(store, batch);
		} catch (error) {
			onRollback();
			settled = isStoreUnavailable(error) ? refuse(batch, error) : alone(store, batch, onRollback);
		}
		for (const settle of settled) settle();
	}

	return {
		commit: (work) =>
			new Promise((resolve, reject) => {
				if (queue.length === 0) setImmediate(flush);
				queue.push({ work, resolve: resolve as Queued['resolve'], reject });
			})
	};
}

/** Runs a batch in one transaction. A piece of work that throws before writing fails alone. */
function together(store: Store, batch: Queued[]): Settle[] {
	return store.transact(() =>
		batch.map(({ work, resolve, reject }): Settle => {
			let planned: Planned<unknown>;
			try {
				planned = work();
			} catch (error) {
				if (isStoreUnavailable(error)) throw error;
				return () => reject(error);
			}
			planned.write?.();
			return () => resolve(planned.answer);
		})
	);
}

/** After one write broke the shared transaction: each planned again and in its own, so that it alone may fail. */
function alone(store: Store, batch: Queued[], onRollback: () => void): Settle[] {
	return batch.flatMap((queued) => {
		try {
			return together(store, [queued]);
		} catch (error) {
			onRollback();
			return refuse([queued], error);
		}
	});
}

function refuse(batch: Queued[], error: unknown): Settle[] {
	return batch.map(
		({ reject }) =>
			() =>
				reject(error)
	);
}
