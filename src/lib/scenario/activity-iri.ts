/**
 * What xAPI calls a course, a module and what is in it: absolute IRIs made of ids alone. They stay the same from one export to
 * the next and from one server to another, since records are keyed on them. A URN, and no web address: nobody has to keep
 * a domain for as long as records last, and a package belongs to no site.
 * Source: cmi5 13.1 (absolute IRIs); docs/decisions/0009-xapi-by-hand.md.
 * @param ids kebab-case, e.g. `working-alongside`, `role-clarity`
 */
export function activityIri(kind: 'course' | 'module' | 'objective' | 'scene', ...ids: string[]): string {
	return `urn:alongside:${[kind, ...ids].join(':')}`;
}
