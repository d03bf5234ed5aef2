import type { JSX } from 'preact'
import { useSignal } from '@preact/signals'
import type { Desk } from '../app/desk.ts'
import type { Session } from '../app/session.ts'
import { cite, citationStyles } from '../display/cite.ts'
import type { CitationStyle } from '../display/cite.ts'
import { counted, grouped } from '../display/counted.ts'
import { emptyDraft } from '../model/draft.ts'
import { Modal } from './dialog.tsx'
import './explore.css'

const labels: Readonly<Record<CitationStyle, string>> = {
  text: 'Words',
  markdown: 'Markdown',
  bibtex: 'BibTeX',
  'csl-json': 'CSL-JSON',
}

/** What of the graph is shown, where that is not all of it. */
function shownText({ visible, graph, knowledge }: Session): string | undefined {
  const { nodes, edges } = visible.value
  const [allNodes, allEdges] = [knowledge.entities.size, graph.edges.size]
  if (nodes.size === allNodes && edges.size === allEdges) return undefined
  return `${grouped(nodes.size)} of ${counted(allNodes, 'entity', 'entities')} and ${grouped(edges.size)} of ${counted(allEdges, 'relation', 'relations')}`
}

/** The citation of a statement, a node or the view, ready to be copied. */
export function CiteDialog({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { citer, session } = desk
  const copied = useSignal<boolean | undefined>(undefined)
  const citable = citer.citable.value
  if (citable === undefined) return null
  const style = citer.style.value
  // The link of the present view is in the address already.
  const { draft } = session.view.value
  const shown = shownText(session)
  const context = {
    link: location.href,
    accessed: new Date().toISOString().slice(0, 10),
    changed: draft !== emptyDraft,
    ...(shown === undefined ? {} : { shown }),
  }
  const text = cite(session.knowledge, citable, context, style)
  return (
    <Modal
      title="Cite"
      onClose={() => {
        citer.citable.value = undefined
      }}
    >
      <div class="cite">
        <div class="choice-row" role="group" aria-label="Style">
          {citationStyles.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === style}
              onClick={() => {
                citer.style.value = each
                copied.value = undefined
              }}
            >
              {labels[each]}
            </button>
          ))}
        </div>
        <textarea readOnly rows={9} aria-label="The citation" value={text} />
        <div class="dialog-actions">
          <span class="muted" role="status">
            {copied.value === true && 'Copied.'}
            {copied.value === false && 'The clipboard is closed to this page: copy it by hand.'}
          </span>
          <button
            type="button"
            class="primary"
            onClick={() => {
              void desk.copy(text).then((well) => {
                copied.value = well
              })
            }}
          >
            Copy
          </button>
        </div>
      </div>
    </Modal>
  )
}
