// A server that answers decisions alone, for load tests: the real session check, database and fast path, and the sample
// module. Started as its own process; prints what a load needs as one line of JSON.
import { createServer } from 'node:http';
import { createApp, type App } from '#lib/server/app.ts';
import { openAttempt } from '#lib/server/attempts.ts';
import { people } from '#lib/server/db/schema.ts';
import { fastDecisions } from '#lib/server/fast-decisions.ts';
import { newId } from '#lib/server/ids.ts';
import { rotateSession, sessionCookieName } from '#lib/server/sessions.ts';
import { sampleCourse, servedInTests } from '../support/sample-course.ts';
import { migrations } from '../support/migrations.ts';
import type { LoadPlan } from './load-plan.ts';
import { sampleWay } from './sample-way.ts';

const [file = '', learners = '0', commitMs = '0'] = process.argv.slice(2);
const wait = new Int32Array(new SharedArrayBuffer(4));
const course = sampleCourse();
const app = await createApp({
	store: {
		file,
		migrations,
		...(Number(commitMs) > 0 && { beforeCommit: () => void Atomics.wait(wait, 0, 0, Number(commitMs)) })
	},
	loadCourses: () => Promise.resolve(servedInTests([course]))
});
const takes = fastDecisions(app, () => 'http');
// From a request's headers until its answer is handed over, in milliseconds; asked for at /times.
const times: number[] = [];
const server = createServer((request, response) => {
	const from = performance.now();
	response.once('finish', () => times.push(performance.now() - from));
	if (!takes(request, response)) response.writeHead(200).end(request.url === '/times' ? JSON.stringify(times) : '');
});
const plans = await Promise.all(Array.from({ length: Number(learners) }, (_, index) => newLearner(app, index)));
server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port');
	const plan: LoadPlan = {
		port: address.port,
		revision: course.modules[0]!.play.revision,
		way: sampleWay(course.modules[0]!.play),
		learners: plans
	};
	console.log(JSON.stringify(plan));
});

async function newLearner(to: App, index: number): Promise<LoadPlan['learners'][number]> {
	const id = newId();
	const session = to.store.transact(() => {
		to.store.db
			.insert(people)
			.values({
				id,
				login: `${index}-${id}`,
				displayName: `Learner ${index}`,
				passwordHash: 'none',
				role: 'learner',
				language: 'en',
				joinedDay: '2026-01-01'
			})
			.run();
		const options = { isRemembered: false, offeredGuestId: null, now: to.now() };
		return rotateSession(to.store, null, { kind: 'person', id }, options);
	});
	const attempt = await openAttempt(to, { kind: 'person', id }, 'sample-course', 'sample');
	if (!attempt) throw new Error('The sample course is not served');
	return { cookie: `${sessionCookieName}=${session.id}`, attemptId: attempt.id };
}

process.on('SIGINT', () => process.exit(0));
