import type { MultiGraph } from 'graphology'
import { write } from 'graphology-gexf/browser'
import type { Sigma } from 'sigma'
import { element } from './element.ts'

/** Search, filter, selection, camera and export as briefly as the libraries allow. */
export function connectControls(graph: MultiGraph, renderer: Sigma): void {
  connectFilter(graph)
  connectSearch(graph, renderer)
  element('fit', HTMLButtonElement).addEventListener('click', () => {
    void renderer.getCamera().animatedReset()
  })
  element('export', HTMLButtonElement).addEventListener('click', () => save(write(graph)))
}

function connectFilter(graph: MultiGraph): void {
  const hidden = new Set<string>()
  const size = document.querySelector('.legend-size')
  const facet = document.querySelector('.facet')
  const kindOf = (node: string): string => String(graph.getNodeAttribute(node, 'category'))
  const showSize = (): void => {
    const shown = graph.filterNodes((node) => !hidden.has(kindOf(node))).length
    if (size !== null) size.textContent = `${shown} of ${graph.order} nodes`
  }
  for (const kind of new Set(graph.mapNodes(kindOf))) {
    const box = document.createElement('input')
    box.type = 'checkbox'
    box.checked = true
    box.addEventListener('change', () => {
      if (box.checked) hidden.delete(kind)
      else hidden.add(kind)
      showSize()
      // Sigma draws anew by itself.
      graph.updateEachNodeAttributes(
        (node, attributes) => ({ ...attributes, hidden: hidden.has(kindOf(node)) }),
        { attributes: ['hidden'] },
      )
    })
    const label = document.createElement('label')
    label.append(box, kind)
    facet?.append(label)
  }
  showSize()
}

function connectSearch(graph: MultiGraph, renderer: Sigma): void {
  const field = element('search', HTMLInputElement)
  const results = element('search-results', HTMLUListElement)
  const nameOf = (node: string): string => String(graph.getNodeAttribute(node, 'label'))
  const hits = (): readonly string[] => {
    const word = field.value.toLowerCase()
    const found: string[] = []
    graph.findNode((node) => {
      if (nameOf(node).toLowerCase().includes(word)) found.push(node)
      return found.length === 12
    })
    return found
  }
  field.addEventListener('input', () => {
    results.replaceChildren(
      ...hits().map((node) => {
        const option = document.createElement('li')
        option.role = 'option'
        option.textContent = nameOf(node)
        return option
      }),
    )
  })
  field.addEventListener('keydown', ({ key }) => {
    const [node] = hits()
    if (key !== 'Enter' || node === undefined) return
    element('card-title', HTMLHeadingElement).textContent = nameOf(node)
    element('card', HTMLPreElement).textContent = JSON.stringify(
      { ...graph.getNodeAttributes(node), neighbours: graph.neighbors(node).map(nameOf) },
      null,
      2,
    )
    graph.setNodeAttribute(node, 'highlighted', true)
    renderer.refresh({ partialGraph: { nodes: [node] }, skipIndexation: true })
  })
}

function save(text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/gexf+xml' }))
  link.download = 'graph.gexf'
  link.click()
}
