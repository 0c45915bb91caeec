/** What waits on this device goes with the account; only a script can do that. */
export const csr = true;
