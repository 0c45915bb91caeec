/** Pages are HTML and forms: they need no script of ours. The few that do say so themselves. */
export const csr = false;
