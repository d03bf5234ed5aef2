import type { Session } from './session.ts'

/**
 * Puts the picture on paper: a WebGL canvas prints blank, so the SVG page is laid before the card,
 * in light colours whatever the screen's are: paper is white. The writer is loaded once the page is
 * idle, because printing does not wait. Ends with `life`.
 */
export function preparePrinting(session: Session, life: AbortSignal): void {
  const paper = document.createElement('div')
  paper.className = 'print-picture'
  document.body.prepend(paper)
  life.addEventListener('abort', () => paper.remove())
  const { dataset } = document.documentElement
  const on = (type: 'beforeprint' | 'afterprint', act: () => void): void =>
    addEventListener(type, act, { signal: life })
  on('beforeprint', () => {
    dataset['scheme'] = 'light'
  })
  on('afterprint', () => {
    dataset['scheme'] = session.scheme.peek()
  })
  setTimeout(() => {
    void import('./export-files.ts')
      .then(({ loadSvgWriter }) => loadSvgWriter())
      .then((write) => {
        on('beforeprint', () => {
          const svg = write(session, session.visible.peek(), {
            scheme: 'light',
            whole: false,
            marked: true,
          })
          const page = new DOMParser().parseFromString(svg, 'image/svg+xml')
          paper.replaceChildren(document.importNode(page.documentElement, true))
        })
        on('afterprint', () => paper.replaceChildren())
      })
  }, 3000)
}
