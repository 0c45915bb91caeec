import { m } from '#lib/paraglide/messages.js';
import type { FieldProblems } from '#lib/server/account-fields.ts';
import type { FormProblem } from '#lib/ui/form-problem.ts';
import type { RequestEvent } from '@sveltejs/kit';

const words: Record<string, () => string> = {
	'login-too-short': m.sign_problem_login_too_short,
	'login-too-long': m.sign_problem_login_too_long,
	'login-has-spaces': m.sign_problem_login_has_spaces,
	'login-taken': m.sign_problem_login_taken,
	'name-missing': m.sign_problem_name_missing,
	'name-too-long': m.sign_problem_name_too_long,
	'name-has-control-characters': m.sign_problem_name_characters,
	'password-too-short': m.sign_problem_password_too_short,
	'password-too-long': m.sign_problem_password_too_long,
	'password-missing': m.sign_problem_password_missing,
	'language-unknown': m.sign_problem_language
};

/** A field's problem in words; a code without words of its own still says which field to look at. */
export function problemInWords(code: string): string {
	return (words[code] ?? m.sign_problem_other)();
}

/** The problems of a form, for the list above it and the notes at its fields. */
export function problemsInWords(problems: FieldProblems): FormProblem[] {
	return Object.entries(problems).flatMap(([field, code]) =>
		code === undefined ? [] : [{ field, text: problemInWords(code) }]
	);
}

/** The text of one field's problem. */
export function problemAt(problems: FormProblem[], field: string): string | undefined {
	return problems.find((problem) => problem.field === field)?.text;
}

/** What to say when something was tried too often; programs are told in a header when to try again. */
export function slowDownInWords(retryAfterSeconds: number, setHeaders: RequestEvent['setHeaders']): string {
	setHeaders({ 'retry-after': String(retryAfterSeconds) });
	return m.site_slow_down({ count: Math.ceil(retryAfterSeconds / 60) });
}
