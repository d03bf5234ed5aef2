import { scanXml } from './scan-xml.ts'
import { XmlFault } from './xml-fault.ts'
import { xmlLimits } from './xml-limits.ts'
import type { XmlLimits } from './xml-limits.ts'

export { XmlFault, xmlLimits }
export type { XmlLimits }

export interface XmlElement {
  readonly local: string
  /** Empty where the element is in no namespace. */
  readonly namespace: string
  /** By qualified name. */
  readonly attributes: ReadonlyMap<string, string>
  /** Where its `<` stands in the text. */
  readonly offset: number
}

export interface XmlHandler {
  readonly open: (element: XmlElement) => void
  readonly close: () => void
  /** Text or CDATA, possibly one piece of several. */
  readonly text: (text: string) => void
  readonly instruction: (target: string, body: string) => void
}

/**
 * Tells `handler` what the document holds, each element as an object of its own: `scanXml` for
 * readers that may take their time. Throws XmlFault as it does.
 */
export function readXml(
  text: string,
  handler: XmlHandler,
  limits: XmlLimits = xmlLimits,
  pieceLength = 1 << 20,
): void {
  scanXml(
    piecesOf(text, pieceLength),
    {
      ...handler,
      wantsText: () => true,
      open: (tag) => {
        const { local, namespace, offset } = tag
        handler.open({ local, namespace, attributes: tag.all(), offset })
      },
    },
    limits,
  )
}

function* piecesOf(text: string, length: number): Iterable<string> {
  for (let start = 0; start < text.length; start += length) yield text.slice(start, start + length)
}
