/** What plays in the frame talks to a script of ours. */
export const csr = true;
