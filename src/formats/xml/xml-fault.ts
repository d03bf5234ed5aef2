/** Why a text is no acceptable XML document, and where. */
export class XmlFault extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}
