import { z } from 'zod';
import { longestPassword, shortestPassword } from './passwords.ts';

// What people type about themselves. Messages are codes; pages put them into words.

/** An e-mail address or a login name, folded so that `Ana@…` and `ana@…` are one. */
export const loginField = z
	.string()
	.transform((text) => text.normalize('NFKC').trim().toLowerCase())
	.pipe(
		z
			.string()
			.min(3, 'login-too-short')
			.max(120, 'login-too-long')
			.regex(/^[^\s\p{C}]+$/u, 'login-has-spaces')
	);

/**
 * The name others see. Nothing unseen stands in it that could turn other text around or make two names look alike;
 * joiners (U+200C, U+200D) only behind something, as Persian words and emoji have them.
 */
export const displayNameField = z
	.string()
	.transform((text) => text.normalize('NFC').trim())
	.pipe(
		z
			.string()
			.min(1, 'name-missing')
			.max(80, 'name-too-long')
			.regex(/^([^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?<=\S)(?<!\p{Cf})[\u200c\u200d](?=\S))+$/u, 'name-has-control-characters')
	);

/** A new password. */
export const newPasswordField = z
	.string()
	.min(shortestPassword, 'password-too-short')
	.max(longestPassword, 'password-too-long');

/** A language tag. */
export const languageField = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'language-unknown');

/** A day, `YYYY-MM-DD`. */
export const dayField = z.iso.date('day-unknown');

/** What was wrong with which field, as codes. */
export type FieldProblems = Partial<Record<string, string>>;

/** The first problem of each field. */
export function problemsByField(error: z.ZodError): FieldProblems {
	const problems: FieldProblems = {};
	for (const issue of error.issues) problems[String(issue.path[0] ?? 'form')] ??= issue.message;
	return problems;
}
