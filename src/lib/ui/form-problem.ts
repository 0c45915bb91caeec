/** Something to change in a form: in words, and at which field where it is about one. */
export type FormProblem = { field?: string; text: string };
