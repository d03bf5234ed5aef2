import { quoted } from '../quoted.ts'
import { RdfFault } from './rdf-fault.ts'
import type { TermFactory } from './term-factory.ts'
import type { Quad, Triple } from './term.ts'
import { tripleAt } from './term.ts'

export type TurtleSyntax = 'turtle' | 'n3' | 'n-triples' | 'n-quads' | 'trig'

interface Token {
  readonly type: string
  readonly line: number
  /** From 0, in UTF-16 units of the line. */
  readonly start: number
  readonly end: number
  readonly endLine?: number
}

interface Problem extends Error {
  readonly context?: { readonly token?: Token; readonly line?: number; previousToken?: Token }
}

interface Observers {
  readonly onQuad: (error: Problem | null, quad: Quad | null) => void
  readonly onToken: (token: Token) => void
}

interface TextStream {
  readonly on: (event: string, listener: (data: string) => void) => void
}

interface Parser {
  readonly parse: (input: TextStream, observers: Observers) => void
}

type MakeParser = new (options: object) => Parser

const formats: Readonly<Record<TurtleSyntax, string>> = {
  turtle: 'Turtle',
  n3: 'N3',
  'n-triples': 'N-Triples',
  'n-quads': 'N-Quads',
  trig: 'TriG',
}

/** The triples of a text in one of Turtle's family of syntaxes. Throws RdfFault. */
export async function parseTurtle(
  text: string,
  syntax: TurtleSyntax,
  factory: TermFactory,
): Promise<readonly Triple[]> {
  const library: { readonly Parser: unknown } = await import('n3')
  const Parser = library.Parser as MakeParser
  const byLine = syntax === 'n-triples' || syntax === 'n-quads'
  const triples: Triple[] = []
  let last: Token | undefined
  const variable = (name: string): never => {
    throw new RdfFault(`the variable ?${name} has no meaning in a graph`, last?.line)
  }
  const parser = new Parser({
    format: formats[syntax],
    factory: { ...factory, variable },
    blankNodePrefix: '_:',
  })
  parser.parse(inOnePiece(text), {
    onToken: (token) => {
      if (byLine && last?.type === '.' && last.line === token.line && token.type !== 'eof') {
        throw new RdfFault('a second triple begins on this line', token.line, token.start + 1)
      }
      last = token
    },
    onQuad: (error, quad) => {
      if (error !== null) throw faultOf(error, text, last)
      if (quad === null) return
      triples.push(tripleAt(quad, last?.line, last === undefined ? undefined : last.start + 1))
    },
  })
  return triples
}

/**
 * The text as a stream that delivers at once: of a stream the library reads and reports within
 * the call, of a string in a later task, where nobody could catch what it throws.
 */
function inOnePiece(text: string): TextStream {
  return {
    on: (event, listener) => {
      if (event === 'data') listener(text)
      if (event === 'end') listener('')
    },
  }
}

/** The library ends its messages with the line, which the issue names itself. */
function faultOf(error: Problem, text: string, last: Token | undefined): RdfFault {
  const raw = error.message.replace(/ on line \d+\.?$/, '').replace(/\.$/, '')
  const { message, advice } = plainWords(raw)
  const { token, line = token?.line } = error.context ?? {}
  if (token?.type === 'eof') {
    const end = endOf(text)
    return new RdfFault(`the file ends too early (truncated?): ${message}`, end.line, end.column)
  }
  if (token !== undefined) return new RdfFault(message, line, token.start + 1, advice)
  if (line === undefined) return new RdfFault(message)
  // Where no token could be made, it would have begun after the last one.
  const isAfter = last !== undefined && (last.endLine ?? last.line) === line
  const before = isAfter ? last.end : 0
  const gap = /^\s*/.exec((linesOf(text)[line - 1] ?? '').slice(before))?.[0].length ?? 0
  return new RdfFault(message, line, before + gap + 1, advice)
}

interface Words {
  readonly message: string
  readonly advice?: string
}

/** What the library means; what it cites from the file is shortened and made visible. */
function plainWords(message: string): Words {
  const cited = /"([\s\S]*)"$/.exec(message)
  const [start, text] = [message.slice(0, cited?.index).trim(), cited?.[1] ?? '']
  if (start === 'Expected punctuation to follow') {
    return {
      message: 'the statement does not end after its third term',
      advice: 'write " ." at its end; four terms are N-Quads',
    }
  }
  if (start === 'Unexpected' && /^["']/.test(text)) {
    return {
      message: `the text ${quoted(text)} is not closed, or has an escape that does not exist`,
    }
  }
  if (start === 'Undefined prefix') {
    return {
      message: `the prefix ${quoted(text)} is not declared`,
      advice: 'declare it above with @prefix',
    }
  }
  return { message: cited === null ? message : `${start.toLowerCase()} ${quoted(text)}` }
}

function endOf(text: string): { readonly line: number; readonly column: number } {
  const lines = linesOf(text)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/)
}
