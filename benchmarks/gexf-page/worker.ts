import { readGexf } from '../../src/formats/gexf/read.ts'
import { writeGexf } from '../../src/formats/gexf/write.ts'
import type { Drawing } from '../../src/model/knowledge.ts'
import type { Measured } from './measured.ts'

const bytes = new Uint8Array(await (await fetch('/sample.gexf')).arrayBuffer())
const start = performance.now()
const result = readGexf(bytes, 'sample.gexf')
const middle = performance.now()
if (!result.ok) throw new Error(result.issues[0]?.message)
const { entities, statements } = result.content
const drawing: Drawing = {
  node: (entity) => entity.drawing,
  edge: (statement) => statement.drawing,
}
const beforeWriting = performance.now()
const { text } = writeGexf(result.content, drawing, { version: '1.3' })
const end = performance.now()
const measured: Measured = {
  bytes: bytes.length,
  nodes: entities.size,
  edges: statements.size,
  written: text.length,
  reading: middle - start,
  writing: end - beforeWriting,
}
postMessage(measured)
