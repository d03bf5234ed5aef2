/** A label that begins with a verb in the third person: "supports", "applies to", "is based in". */
export const presentVerb = /^\S*[^su\s]s\b/i

/** The verb as many do it: "supports" becomes "support", "applies to" "apply to"; "launched" stays. */
export function pluralVerb(label: string): string {
  if (!presentVerb.test(label)) return label
  const [verb = '', ...rest] = label.split(' ')
  const plural =
    irregular.get(verb) ??
    verb.replace(/ies$|(?<=sh|ch|x|ss|o)es$|s$/, (ending) => (ending === 'ies' ? 'y' : ''))
  return [plural, ...rest].join(' ')
}

const irregular = new Map([
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
])
