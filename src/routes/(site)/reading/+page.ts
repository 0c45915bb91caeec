/** The settings live in this browser, so only a script can change them. */
export const csr = true;
