import { MultiGraph } from 'graphology'
import { parse } from 'graphology-gexf/browser'
import { Sigma } from 'sigma'
import { connectControls } from './controls.ts'
import { element } from './element.ts'
import { layOut } from './lay-out.ts'

/**
 * What the libraries do by themselves with a GEXF file: read, drawn, laid out where it has no
 * places. Its marks and ids are Orrery's, so that one driver measures both.
 */
async function open(file: File): Promise<void> {
  const graph = parse(MultiGraph, await file.text())
  let placed = true
  graph.forEachNode((_node, attributes) => {
    if (attributes['x'] === undefined) {
      placed = false
      Object.assign(attributes, { x: Math.random() * 100, y: Math.random() * 100 })
    }
    // About the size that Orrery draws, so that both fill as many pixels.
    attributes['size'] = 6
  })
  const renderer = new Sigma(graph, element('graph', HTMLElement))
  connectControls(graph, renderer)
  requestAnimationFrame(() => {
    performance.mark('orrery:first-picture')
    if (!placed) layOut(graph)
  })
}

const input = element('file', HTMLInputElement)
input.addEventListener('change', () => {
  const [file] = input.files ?? []
  if (file !== undefined) void open(file)
})
