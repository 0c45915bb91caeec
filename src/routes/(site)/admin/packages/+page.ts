/** A script says which options the chosen standard has no word for; without one, the server does. */
export const csr = true;
