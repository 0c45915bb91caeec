// Learners who decide as fast as they are answered, over kept-alive connections: bare sockets, so that the load takes
// little of the processor the server needs. `node load.ts '<plan>' <seconds> [<pause in ms between decisions>]`; prints a LoadReport.
import { connect } from 'node:net';
import type { LoadPlan, LoadReport } from './load-plan.ts';

const plan = JSON.parse(process.argv[2] ?? '') as LoadPlan;
const seconds = Number(process.argv[3] ?? 1);
const pauseMs = Number(process.argv[4] ?? 0);
const entries = [...plan.way, { rewind: 0 }].map((entry) => JSON.stringify(entry));
const latencies: number[] = [];
const refused: Record<string, number> = {};
const until = performance.now() + seconds * 1000;

const started = performance.now();
await Promise.all(plan.learners.map(play));
latencies.sort((left, right) => left - right);
const report: LoadReport = {
	acknowledged: latencies.length,
	seconds: (performance.now() - started) / 1000,
	p50Ms: latencies[Math.floor(latencies.length * 0.5)] ?? NaN,
	p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? NaN,
	refused
};
console.log(JSON.stringify(report));

function play({ cookie, attemptId }: LoadPlan['learners'][number]): Promise<void> {
	return new Promise((resolve, reject) => {
		const socket = connect({ port: plan.port, host: '127.0.0.1', noDelay: true });
		const head =
			`POST /api/attempts/${attemptId}/decisions HTTP/1.1\r\nHost: 127.0.0.1:${plan.port}\r\n` +
			`Origin: http://127.0.0.1:${plan.port}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: `;
		let sequence = 0;
		let sentAt = 0;
		let answer = '';
		const post = () => {
			const body = `{"sequence":${sequence},"revision":"${plan.revision}","entries":[${entries[sequence % entries.length]}]}`;
			sentAt = performance.now();
			socket.write(`${head}${body.length}\r\n\r\n${body}`);
		};
		socket.setEncoding('latin1');
		socket.on('connect', post);
		socket.on('error', reject);
		socket.on('close', () => resolve());
		socket.on('data', (text: string) => {
			answer += text;
			const end = answer.indexOf('\r\n\r\n');
			if (end < 0) return;
			const length = Number(/content-length: (\d+)/i.exec(answer)?.[1]);
			if (answer.length < end + 4 + length) return;
			const now = performance.now();
			const status = answer.slice(9, 12);
			if (status === '200') {
				latencies.push(now - sentAt);
				sequence += 1;
			} else refused[status] = (refused[status] ?? 0) + 1;
			answer = '';
			if (now < until && status === '200') {
				if (pauseMs > 0) setTimeout(post, pauseMs);
				else post();
			} else socket.end();
		});
	});
}
