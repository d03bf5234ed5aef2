import type { Dataset } from '../../model/knowledge.ts'
import { quoted } from '../quoted.ts'
import { offsetOf, textOf } from './json-value.ts'
import type { Field } from './raw-graph.ts'
import type { IssueLog } from '../issue-log.ts'

const longest = 2000

const meanings: Readonly<Record<'title' | 'description' | 'licence' | DatasetText, RegExp>> = {
  title: /^(?:title|name|label)$/i,
  description: /^(?:description|comment)$/i,
  licence: /^(?:licen[cs]e|rights)$/i,
  version: /^version$/i,
  creator: /^(?:creator|author)$/i,
  modified: /^(?:modified|last_?modified(?:_?date)?)$/i,
  keywords: /^keywords$/i,
}
type DatasetText = 'version' | 'creator' | 'modified' | 'keywords'

/**
 * The dataset that a file's words about the whole graph describe. What has no place of its own
 * becomes a line of the description; what is too long for one is reported.
 */
export function aboutDataset(about: readonly Field[], file: string, log: IssueLog): Dataset {
  const found = new Map<string, string>()
  const lines: string[] = []
  for (const [name, value] of about) {
    const text = textOf(value)
    const meaning = Object.entries(meanings).find(([, pattern]) => pattern.test(name))?.[0]
    if (value === null || text === '' || text === '{}' || text === '[]') continue
    if (text.length > longest) {
      const message = `what the file says of the graph as ${quoted(name)} has ${text.length} characters`
      log.warnOfMany(
        'long texts about the graph are not read',
        offsetOf(value),
        `${message}; it is not read`,
      )
    } else if (meaning !== undefined && typeof value === 'string' && !found.has(meaning)) {
      found.set(meaning, text)
    } else lines.push(`${name}: ${text}`)
  }
  const name = file.split(/[/\\]/).at(-1) ?? file
  const { title = name, description, ...rest } = Object.fromEntries(found)
  const words = [...(description === undefined ? [] : [description]), ...lines].join('\n')
  return {
    id: name,
    title,
    ...(words === '' ? {} : { description: words }),
    ...rest,
    start: [],
  }
}
