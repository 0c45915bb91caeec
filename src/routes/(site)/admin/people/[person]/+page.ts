/** The button that copies a link needs a script; all else works without. */
export const csr = true;
