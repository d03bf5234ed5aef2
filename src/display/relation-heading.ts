import type { RelationGroup } from '../graph/relations.ts'
import type { Relation } from '../model/knowledge.ts'
import { hasInverse } from './verb-phrase.ts'
import {
  leaningVerbs,
  nounEnding,
  nouns,
  participles,
  pasts,
  placing,
  plurals,
  verbs,
} from './relation-words.ts'

/**
 * What stands over the neighbours of a node that one relation leads to, read from the node: "Based
 * in" with a company, "Based here" with its city, "Known by", "Members". An inverse that the data
 * names comes first, unless it is a noun that the label says more plainly. Else the words are made of
 * the label, of forms whose grammar is sure; of any other it is said that it leads here.
 */
export function relationHeading(
  relation: Pick<Relation, 'label' | 'inverse'>,
  direction: RelationGroup['direction'],
): string {
  const { label, inverse } = relation
  if (direction !== 'in') return capitalised(havings(wordsOf(label)) ?? label)
  const turned = turnedLabel(wordsOf(label))
  if (!hasInverse(relation))
    return turned ?? (label === '' ? 'Leads here from' : `“${label}” leads here from`)
  const isNoun = inverse.endsWith(' of') || inverse.startsWith('has ')
  return capitalised(havings(wordsOf(inverse)) ?? (isNoun ? turned : undefined) ?? inverse)
}

/** The label as read by what it leads to; undefined where its grammar is not sure. */
function turnedLabel(label: string): string | undefined {
  const plain = label.replace(/^(?:is|are|was|were) (?:an? |the )?/, '')
  const turned =
    label === 'type'
      ? 'of this type'
      : ['is a', 'is an'].includes(label)
        ? 'instances'
        : (placed(plain) ??
          passive(plain) ??
          active(plain) ??
          owned(plain) ??
          having(label) ??
          leaning(label))
  return turned === undefined ? undefined : capitalised(turned)
}

/** "based in": "based here". */
function placed(label: string): string | undefined {
  const [, verb = ''] = /^(\S+) (?:in|at)$/.exec(label) ?? []
  if (placing.has(verb)) return `${verb} here`
  return ['applies to', 'belongs to'].includes(label) ? label.replace(/to$/, 'here') : undefined
}

/** "knows": "known by". */
function passive(label: string): string | undefined {
  const irregular = participles.get(label)
  if (irregular !== undefined) return `${irregular} by`
  return verbs.has(label)
    ? `${label.replace(/(i)?e?s$/, (_, i: string | undefined) => (i === undefined ? 'ed' : 'ied'))} by`
    : undefined
}

/** "founded by": "founded"; "written by": "wrote". */
function active(label: string): string | undefined {
  const [, participle = ''] = /^(\S+) by$/.exec(label) ?? []
  const known = /[a-z]{2}ed$/.test(participle) || [...participles.values()].includes(participle)
  return known ? (pasts.get(participle) ?? participle) : undefined
}

/** "member of": "members"; "board member of": "board members". */
function owned(label: string): string | undefined {
  const [, before = '', noun = ''] = /^([a-z]+ )?(\S+) of$/i.exec(label) ?? []
  if (!isNoun(noun) || /^(?:an?|the|one|as|by|in|at|from|to|with|for|on|\S+ed) $/.test(before))
    return undefined
  return before + pluralOf(noun)
}

/** "has part": "part of". */
function having(label: string): string | undefined {
  const [, noun = ''] = /^has (\S+)$/.exec(label) ?? []
  return isNoun(noun) ? `${noun} of` : undefined
}

/** "has part" by what has them: "parts". */
function havings(label: string): string | undefined {
  const [, noun = ''] = /^has (\S+)$/.exec(label) ?? []
  return isNoun(noun) ? pluralOf(noun) : undefined
}

/** "depends on": "who or what depends on this". */
function leaning(label: string): string | undefined {
  const [, verb = ''] =
    /^(\S+) (?:on|to|with|for|from|in|into|at|about|against|by)$/.exec(label) ?? []
  return leaningVerbs.has(verb) || verbs.has(verb) ? `who or what ${label} this` : undefined
}

function isNoun(word: string): boolean {
  return nouns.has(word) || nounEnding.test(word)
}

function pluralOf(noun: string): string {
  const irregular = plurals.get(noun)
  if (irregular !== undefined) return irregular
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies')
  return noun + (/(?:s|x|z|ch|sh)$/.test(noun) ? 'es' : 's')
}

/** "isPartOf" and "PART_OF", as files have them, are "is part of" and "part of". */
function wordsOf(label: string): string {
  const text = label.trim()
  if (/^[A-Z\d]+$/.test(text)) {
    const small = text.toLowerCase()
    return verbs.has(small) || participles.has(small) ? small : text
  }
  if (/^[A-Z\d]+(?:_[A-Z\d]+)+$/.test(text)) return text.toLowerCase().replaceAll('_', ' ')
  if (/^[a-z]+(?:[A-Z][a-z\d]*)+$/.test(text))
    return text.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  if (/^[a-z\d]+(?:[_-][a-z\d]+)+$/.test(text)) return text.replace(/[_-]/g, ' ')
  // A capital at the front may be the label's alone.
  return /^[A-Z][a-z]+(?: |$)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
