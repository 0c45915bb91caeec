import { expect, it } from 'vitest';
import { newPerson } from '../../../../../../tests/support/people.ts';
import { testApp } from '../../../../../../tests/support/test-app.ts';
import { actions } from './+page.server.ts';

async function post(action: string, person: (ben: string) => string) {
	const app = await testApp();
	const administrator = await newPerson(app, 'ana', { role: 'administrator' });
	const { personId } = await newPerson(app, 'ben');
	const event = {
		locals: { app, person: administrator.presence.person, guest: null },
		params: { person: person(personId) },
		url: new URL('https://learn.test/admin/people/x'),
		request: new Request('https://learn.test/', {
			method: 'POST',
			body: new URLSearchParams({ role: 'learner', course: 'sample-course', sure: 'on' })
		})
	};
	return Promise.resolve(actions[action]?.(event as never)).then(
		() => null,
		(thrown: unknown) => thrown
	);
}

const unknown = ['nobody', 'a\r\nSet-Cookie: b=c', ''].flatMap((id) =>
	['role', 'password', 'withdraw', 'remove'].map((action) => ({ action, id }))
);

it.each(unknown)('answers $action for a person called $id with 404', async ({ action, id }) => {
	expect(await post(action, () => id)).toMatchObject({ status: 404, body: { code: 'no-such-person' } });
});

it.each(['role', 'withdraw', 'remove'])('does $action for somebody who is there', async (action) => {
	expect(await post(action, (ben) => ben)).toMatchObject({ status: 303 });
});
