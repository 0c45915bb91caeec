import type { App } from '#lib/server/app.ts';
import type { Actions } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { newPerson, password } from '../../../tests/support/people.ts';
import { testApp } from '../../../tests/support/test-app.ts';
import { actions as account } from './account/+page.server.ts';
import { actions as newPassword } from './new-password/+page.server.ts';
import { actions as signIn } from './sign-in/+page.server.ts';
import { actions as signUp } from './sign-up/+page.server.ts';

const address = '192.0.2.1';
const links = (app: App) => app.limits.tryLink(address);
const passwords = (app: App) => app.limits.trySignIn('ana', address);

it.each<[string, Actions, string, (app: App) => Promise<{ ok: boolean }>]>([
	['/sign-in', signIn, 'default', passwords],
	['/sign-up', signUp, 'default', links],
	['/new-password', newPassword, 'default', links],
	['/account?/password', account, 'password', passwords]
])('%s says in a header when to try again', async (page, actions, action, take) => {
	const app = await testApp();
	const { presence } = await newPerson(app, 'ana');
	while ((await take(app)).ok);
	const headers: Record<string, string> = {};
	const form = { login: 'ana', displayName: 'Ana', password, newPassword: `${password} 2` };
	const answer: unknown = await actions[action]?.({
		locals: { app, presence, person: presence.person, guest: null, language: 'en' },
		url: new URL(`https://learn.test${page.split('?')[0]}?link=any`),
		request: new Request('https://learn.test/', { method: 'POST', body: new URLSearchParams(form) }),
		getClientAddress: () => address,
		setHeaders: (set: Record<string, string>) => Object.assign(headers, set)
	} as never);
	expect(answer).toMatchObject({ status: 429 });
	expect(Number(headers['retry-after'])).toBeGreaterThan(0);
});
