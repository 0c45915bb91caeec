/**
 * Says what is going on, on standard error, so that standard output stays free for what the command itself has to say.
 * In a terminal the line counts the seconds; elsewhere it is printed once, and once more when done.
 * @template T
 * @param {string} what for example "Installing the packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(what, work) {
	const started = Date.now();
	const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
	const isTerminal = Boolean(process.stderr.isTTY);
	process.stderr.write(isTerminal ? `${what} …` : `${what} …\n`);
	const timer = isTerminal ? setInterval(() => process.stderr.write(`\r${what} … ${seconds()}`), 1000) : undefined;
	let ending = 'failed after';
	try {
		const result = await work();
		ending = 'done in';
		return result;
	} finally {
		clearInterval(timer);
		process.stderr.write(`${isTerminal ? '\r' : ''}${what}: ${ending} ${seconds()}\n`);
	}
}
