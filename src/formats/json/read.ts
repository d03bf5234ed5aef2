import type { Issue, ReadResult } from '../../model/issue.ts'
import type { LaidOut } from '../../model/knowledge.ts'
import type { FormatId } from '../format.ts'
import type { Opened } from '../input-file.ts'
import { quoted } from '../quoted.ts'
import { buildKnowledge } from './build-knowledge.ts'
import { decodeJson } from './decode-json.ts'
import type { JsonValue } from './json-value.ts'
import { isObject, offsetOf } from './json-value.ts'
import { laidOut } from './laid-out.ts'
import { notAGraph } from './not-a-graph.ts'
import { placeOfPath } from './place-of-path.ts'
import { JsonFault, jsonLimits, parseJson } from './parse-json.ts'
import type { JsonLimits, JsonText } from './parse-json.ts'
import type { RawNode } from './raw-graph.ts'
import { readOrreryJson } from './read-orrery-json.ts'
import { isJsonLd, recogniseValues } from './recognise-json.ts'
import type { RecognisedJson } from './recognise-json.ts'
import { restoredOr } from '../restored.ts'
import { restoreOwn } from './restore-own.ts'
import { issueLog } from '../issue-log.ts'
import type { IssueLog } from '../issue-log.ts'

/** What a JSON file is, found before anything is read from it. */
type JsonRecognition =
  /** RDF, which the reader of JSON-LD reads. */
  | { readonly format: 'json-ld'; readonly why: string }
  | {
      /** Undefined where the file is no graph that is known here. */
      readonly format: FormatId | undefined
      readonly why: string
      readonly read: () => ReadResult<LaidOut>
    }

/**
 * Finds out what a JSON file is. `from` asks for one format alone. A file that is no JSON, or no
 * graph, is recognised too: as one whose `read` says why it is rejected.
 */
export function recogniseJson(
  bytes: Uint8Array,
  file: string,
  from?: FormatId,
  limits: JsonLimits = jsonLimits,
): JsonRecognition {
  const rejected = (issue: Issue, format: FormatId | undefined = from): JsonRecognition => ({
    format,
    why: '',
    read: () => ({ ok: false, issues: [issue] }),
  })
  if (bytes.length > limits.fileSize) {
    const message = `the file size is ${bytes.length} bytes; at most ${limits.fileSize} are read`
    return rejected({ severity: 'error', file, message })
  }
  const decoded = decodeJson(bytes, file)
  if (!decoded.ok) return rejected(decoded.issue)
  const { text } = decoded
  const log = issueLog(text, file)
  try {
    const json = parseJson(text, limits)
    warnOfRepeats(json, log)
    return recogniseText(json, text, file, from, log)
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error
    return rejected(log.fault(error.offset, error.message, error.advice))
  }
}

/**
 * Reads a file of the JSON family: Orrery's own, graphology, node-link, Cytoscape.js, CX2, JSON
 * Graph Format, Neo4j and lists of triples. JSON-LD is only recognised: its result says that
 * another reader has to read it.
 */
export function readJson(bytes: Uint8Array, file: string, from?: FormatId): Opened {
  const recognition = recogniseJson(bytes, file, from)
  const { format, why } = recognition
  if ('read' in recognition) return { format, why, result: recognition.read() }
  const message = 'this is JSON-LD, which is read as RDF'
  return { format, why, result: { ok: false, issues: [{ severity: 'error', message, file }] } }
}

function recogniseText(
  json: JsonText,
  text: string,
  file: string,
  from: FormatId | undefined,
  log: IssueLog,
): JsonRecognition {
  const [first = null] = json.values
  const asked = (format: FormatId): boolean => from === undefined || from === format
  const isOwn = isObject(first) && first.fields.has('orrery') && !first.fields.has('nodes')
  if (isOwn && asked('orrery-json')) {
    return {
      format: 'orrery-json',
      why: 'it has "orrery", the version of the format',
      read: () => readOwn(first, text, file, log),
    }
  }
  const found = recogniseValues(json.values, from)
  if (asked('json-ld') && isJsonLd(first) && found?.format !== 'cx2') {
    return { format: 'json-ld', why: 'it has the keywords of JSON-LD' }
  }
  if (found === undefined) {
    const issue = notAGraph(json.values, from, log)
    return { format: from, why: '', read: () => ({ ok: false, issues: [issue] }) }
  }
  const { format, why } = found
  return { format, why, read: () => readFound(found, file, log) }
}

function readOwn(value: JsonValue, text: string, file: string, log: IssueLog): ReadResult<LaidOut> {
  const result = readOrreryJson(text, file, placeOfPath(value, text))
  return { ...result, issues: [...log.warnings(), ...result.issues] }
}

function readFound(found: RecognisedJson, file: string, log: IssueLog): ReadResult<LaidOut> {
  try {
    const raw = found.read(log)
    warnOfWideIds(raw.nodes, log)
    const plain = buildKnowledge(raw, file, log)
    const restored = restoreOwn(plain, raw, file)
    return restoredOr(laidOut(plain), restored, log, offsetOf(raw.own), 'fields')
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error
    return { ok: false, issues: [log.fault(error.offset, error.message, error.advice)] }
  }
}

function warnOfRepeats({ repeats }: JsonText, log: IssueLog): void {
  for (const { name, offset } of repeats) {
    log.warnOfMany(
      'names that stand twice in one object',
      offset,
      () => `the name ${quoted(name)} stands twice in one object; the last one counts`,
    )
  }
}

/** Numbers that other programs round, so that two ids become one. */
function warnOfWideIds(nodes: readonly RawNode[], log: IssueLog): void {
  for (const { id, wideId } of nodes) {
    if (wideId === undefined) continue
    log.warnOfMany(
      'ids beyond 2^53 are kept exactly',
      wideId,
      `the id ${id} is a number beyond 2^53, which many programs round; here it keeps its digits`,
      'ids in quotes are safe everywhere',
    )
  }
}
