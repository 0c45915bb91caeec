/** Who is signed in, as far as a page's frame shows it. */
export type Visitor = { displayName: string; isAdministrator: boolean };

/** A language that pages can be shown in, by its own name. */
export type LanguageOffer = { tag: string; name: string };
