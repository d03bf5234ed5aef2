/** What a reader calls a name: of an IRI the last part, of anything else all of it. */
export function shortName(name: string): string {
  if (!/^[a-z][a-z\d+.-]*:\/\/\S+$/i.test(name) && !/^urn:\S+$/i.test(name)) return name
  return /[^/#:]+(?=[/#]?$)/.exec(name)?.[0] ?? name
}
