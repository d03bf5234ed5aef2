import { loadSvgWriter } from './export-files.ts'
import type { Session } from './session.ts'

/**
 * Puts the picture on paper: a WebGL canvas prints blank, so the SVG page is laid before the card, in light colours whatever the screen's are: paper is white.
 * The writer is loaded once the page is idle, because printing does not wait.
 */
export function preparePrinting(session: Session): void {
  const paper = document.createElement('div')
  paper.className = 'print-picture'
  document.body.prepend(paper)
  const { dataset } = document.documentElement
  addEventListener('beforeprint', () => {
    dataset['scheme'] = 'light'
  })
  addEventListener('afterprint', () => {
    dataset['scheme'] = session.scheme.peek()
  })
  setTimeout(() => {
    void loadSvgWriter().then((write) => {
      addEventListener('beforeprint', () => {
        const svg = write(session, session.visible.peek(), 'light')
        const page = new DOMParser().parseFromString(svg, 'image/svg+xml')
        paper.replaceChildren(document.importNode(page.documentElement, true))
      })
      addEventListener('afterprint', () => paper.replaceChildren())
    })
  }, 3000)
}
