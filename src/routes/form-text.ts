import { error } from '@sveltejs/kit';

/**
 * The form of a request.
 * @throws 400 where the body is none: another content type, or parts that cannot be told apart. What breaks while the
 * body arrives (too long, cut off) goes on as it is.
 */
export async function readForm(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (cause) {
		// Source: Fetch standard, Body, formData(): what cannot be parsed rejects with a TypeError.
		if (cause instanceof TypeError) error(400, 'Not a form that can be read', { code: 'bad-form' });
		throw cause;
	}
}

/** One text of a posted form; empty where it is missing or a file. */
export function textIn(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
