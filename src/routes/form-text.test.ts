import { expect, it } from 'vitest';
import { readForm, textIn } from './form-text.ts';

const post = (type: string | null, body: BodyInit) =>
	new Request('https://learn.test/', { method: 'POST', body, headers: type === null ? {} : { 'content-type': type } });

it.each([
	['text', 'text/plain', 'login=ana'],
	['JSON', 'application/json', '{"login":"ana"}'],
	['several parts that nothing divides', 'multipart/form-data', 'login=ana'],
	['several parts of which the last never ends', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form'],
	['bytes without a type', '', new Uint8Array([0, 1, 2])]
])('answers a post of %s with 400 and a reason', async (_, type, body) => {
	await expect(readForm(post(type, body))).rejects.toMatchObject({
		status: 400,
		body: { message: 'Not a form that can be read', code: 'bad-form' }
	});
});

it.each([
	['addresses', 'application/x-www-form-urlencoded', 'login=ana'],
	[
		'parts',
		null,
		(() => {
			const form = new FormData();
			form.set('login', 'ana');
			return form;
		})()
	]
])('reads a form that is sent as %s', async (_, type, body) => {
	expect(textIn(await readForm(post(type, body)), 'login')).toBe('ana');
});

it('lets an error of the connection go on as it is: it is not the form that was wrong', async () => {
	const broken = new Error('aborted');
	const body = new ReadableStream({ start: (controller) => controller.error(broken) });
	const request = new Request('https://learn.test/', {
		method: 'POST',
		body,
		duplex: 'half',
		headers: { 'content-type': 'application/x-www-form-urlencoded' }
	} as RequestInit);
	await expect(readForm(request)).rejects.toBe(broken);
});
