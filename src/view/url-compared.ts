import { changeClasses } from '../model/change-class.ts'
import type { ChangeClass } from '../model/change-class.ts'
import { decode, encode } from './url-text.ts'
import type { Reject } from './url-text.ts'
import type { Compared } from './view.ts'

/** `old.gexf:removed`: the version, and the changes that are not marked. */
export function encodeCompared({ with: version, hidden }: Compared): string {
  return [version, ...hidden].map(encode).join(':')
}

/** The comparison of a link's part; whether its version can be had is not known here. */
export function comparedIn(value: string, reject: Reject): Compared | undefined {
  const [text = '', ...classes] = value.split(':')
  const version = decode(text) ?? ''
  const hidden = new Set<ChangeClass>(
    changeClasses.filter((each) => classes.some((name) => name === each)),
  )
  if (version !== '' && hidden.size === classes.length) return { with: version, hidden }
  reject(`The link's comparison “${value}” cannot be read.`)
  return undefined
}
