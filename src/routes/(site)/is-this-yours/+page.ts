/** What waits on this device moves with the work, or goes with it; only a script can do that. */
export const csr = true;
