/** What a file may ask of the reader; lengths count UTF-16 units, the file's size bytes. */
export interface XmlLimits {
  readonly depth: number
  readonly attributes: number
  /** Of one tag with its attributes, one comment, or the text between two tags. */
  readonly tokenLength: number
  readonly fileSize: number
}

export const xmlLimits: XmlLimits = {
  depth: 256,
  attributes: 256,
  tokenLength: 16 * 1024 * 1024,
  fileSize: 256 * 1024 * 1024,
}
