/** Decisions that could not be sent are sent from here too; the page works without. */
export const csr = true;
