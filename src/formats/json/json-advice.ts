import { quoted } from '../quoted.ts'

/** What is wrong at a place of a text that should be JSON, and what to do about it. */
export interface Advice {
  readonly message: string
  readonly advice?: string
}

/** Where the text ends too early. */
export function endOfText(text: string): Advice {
  if (text.trim() === '') return { message: 'the file is empty: no nodes, no value at all' }
  return {
    message: 'the text ends before the JSON value is complete',
    advice: 'the file was cut short; fetch it again',
  }
}

/** Something that begins no value. */
export function strangeValue(text: string, at: number): Advice {
  const rest = text.slice(at, at + 200)
  const whole = text.slice(0, at).trim() === '' ? otherLanguage(rest) : undefined
  if (whole !== undefined) return whole
  const word = /^[\p{L}_$][\p{L}\p{N}_$.]*/u.exec(rest)?.[0]
  if (word !== undefined) return strangeWord(word)
  if (rest.startsWith('+')) return notANumber(text, at)
  if (/^\.\d/.test(rest)) return notANumber(text, at)
  return misplacedText(rest, 'where a value should stand')
}

/** Something that begins like a number, but is none. */
export function notANumber(text: string, at: number): Advice {
  const found = /^[-+\w.]*/.exec(text.slice(at, at + 200))?.[0] ?? ''
  if (/^[-+]?(?:inf(?:inity)?|nan)$/i.test(found)) return strangeWord(found)
  const message = `${quoted(found)} is no number that JSON knows`
  if (/^[-+]?0[xob]/i.test(found)) return { message, advice: 'write it in decimal digits' }
  if (/^[-+]?0\d/.test(found)) {
    return { message, advice: 'leave out the leading zero, or put it in quotes where it is an id' }
  }
  if (found.startsWith('+')) return { message, advice: 'leave out the plus sign' }
  return { message, advice: 'digits are needed before and after a point, and after an e' }
}

/** A backslash that begins no escape. */
export function strangeEscape(text: string, at: number): Advice {
  const found = Array.from(text.slice(at, at + 8)).slice(0, text.charAt(at + 1) === 'u' ? 6 : 2)
  return {
    message: `${quoted(found.join(''))} is no escape that JSON knows`,
    advice: 'a backslash itself is written \\\\',
  }
}

/** What may be wrong between values. */
export const misplaced = {
  control: (code: number): Advice =>
    code === 0x0a || code === 0x0d
      ? { message: 'a line break inside a string', advice: 'write it as \\n' }
      : {
          message: `the control character U+${code.toString(16).toUpperCase().padStart(4, '0')} inside a string`,
          advice: code === 0x09 ? 'write it as \\t' : 'write it as \\u and four digits',
        },
  depth: (limit: number): Advice => ({
    message: `values are nested deeper than ${limit} levels; at most ${limit} are read`,
  }),
  comma: (before: string): Advice => ({
    message: `a comma before the closing ${before}`,
    advice: 'remove the comma',
  }),
  colon: (name: string): Advice => ({
    message: `no colon after the name ${quoted(name)}`,
  }),
  name: (text: string, at: number): Advice => {
    const rest = text.slice(at, at + 200)
    const word = /^[\p{L}\p{N}_$-]+/u.exec(rest)?.[0]
    return word === undefined
      ? misplacedText(rest, 'where a name in quotes should stand')
      : { message: `the name ${quoted(word)} is not in quotes`, advice: `write "${word}"` }
  },
  inList: (text: string, at: number): Advice =>
    misplacedText(text.slice(at, at + 200), 'where a comma or ] should stand'),
  inObject: (text: string, at: number): Advice =>
    misplacedText(text.slice(at, at + 200), 'where a comma or } should stand'),
  after: (text: string, at: number): Advice =>
    misplacedText(text.slice(at, at + 200), 'after the end of the JSON value'),
}

function misplacedText(rest: string, where: string): Advice {
  if (/^(?:\/\/|\/\*|#)/.test(rest)) {
    return { message: `a comment ${where}; JSON has no comments`, advice: 'remove it' }
  }
  if (/^['`’“”]/.test(rest)) {
    return { message: `the quotation mark ${rest.charAt(0)} ${where}`, advice: 'JSON uses " alone' }
  }
  const [first = ''] = Array.from(rest)
  const advice = /^[\s\p{Default_Ignorable_Code_Point}]/u.test(first)
    ? 'only spaces, tabs and line breaks may stand between values'
    : undefined
  return { message: `${quoted(first)} ${where}`, ...(advice === undefined ? {} : { advice }) }
}

const words: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
  ['undefined', 'null'],
  ['nil', 'null'],
  ['NULL', 'null'],
  ['TRUE', 'true'],
  ['FALSE', 'false'],
])

function strangeWord(word: string): Advice {
  if (/^[-+]?(?:inf(?:inity)?|nan)$/i.test(word)) {
    return { message: `JSON has no number ${word}`, advice: 'write null, or the word in quotes' }
  }
  const right = words.get(word)
  return {
    message: `the word ${quoted(word)} is no JSON value`,
    advice: right === undefined ? 'text stands in double quotes' : `JSON writes ${right}`,
  }
}

/** What a text is that does not even begin like JSON. */
function otherLanguage(rest: string): Advice | undefined {
  if (/^<(?:!doctype html|html|head|body)/i.test(rest)) {
    return {
      message: 'this is an HTML page, not JSON',
      advice: 'a server may have sent an error page or a sign-in page instead of the file',
    }
  }
  if (rest.startsWith('<')) return { message: 'this begins with "<" like XML, and is not JSON' }
  const call = /^[\w$.]+\s*\(/.exec(rest)?.[0]
  if (call !== undefined) {
    return {
      message: `this is a script that calls ${quoted(call)} (JSONP), not JSON`,
      advice: 'keep only what stands between the brackets of the call',
    }
  }
  if (/^(?:var|let|const|export|module)\b/.test(rest)) {
    return { message: 'this is a script, not JSON', advice: 'keep only the value itself' }
  }
  return undefined
}
