import { expect, it } from 'vitest';
import { enrolmentsIn } from '#lib/server/enrolments.ts';
import { newPerson } from '../../../../../tests/support/people.ts';
import { testApp } from '../../../../../tests/support/test-app.ts';
import { actions } from './+page.server.ts';

/** An administrator asks some people; `ben` stands for somebody who is there. */
async function ask(people: string[]) {
	const app = await testApp();
	const administrator = await newPerson(app, 'ana', { role: 'administrator' });
	const { personId: ben } = await newPerson(app, 'ben');
	const body = new URLSearchParams({ course: 'sample-course', dueDay: '', decision: 'A trial.' });
	for (const id of people) body.append('person', id === 'ben' ? ben : id);
	const event = {
		locals: { app, person: administrator.presence.person, guest: null },
		url: new URL('https://learn.test/admin/assign'),
		request: new Request('https://learn.test/', { method: 'POST', body })
	};
	const answer: unknown = await Promise.resolve(actions['default']?.(event as never)).catch(
		(thrown: unknown) => thrown
	);
	return { answer, ben, asked: (await enrolmentsIn(app, 'sample-course')).map(({ personId }) => personId) };
}

it('tells how many people were asked, each once', async () => {
	const { answer, asked, ben } = await ask(['ben', 'ben']);
	expect(answer).toMatchObject({ status: 303, location: '/admin/assign?done=1' });
	expect(asked).toEqual([ben]);
});

it('asks nobody where one of them is not there, says so, and keeps the others ticked', async () => {
	const { answer, asked, ben } = await ask(['ben', 'nobody']);
	expect(answer).toMatchObject({ status: 400, data: { people: [ben], problems: [{ field: 'people' }] } });
	expect(asked).toEqual([]);
});
