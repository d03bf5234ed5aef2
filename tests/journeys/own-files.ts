import type { Page } from 'playwright-core'

/** A file as Playwright hands it to a field. */
export interface Payload {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const families = ['Capulet', 'Montague', 'Church']

/** A GEXF file of some people of Verona, in three houses; with places, or without. */
export function verona(name: string, { places = true, dangling = 0 } = {}): Payload {
  const people = Array.from({ length: 24 }, (_, index) => index)
  const nodes = people.map((index) => {
    const angle = (index / people.length) * 2 * Math.PI
    const place = places
      ? `<viz:position x="${(300 * Math.cos(angle)).toFixed(2)}" y="${(300 * Math.sin(angle)).toFixed(2)}"/>`
      : ''
    return `<node id="p${index}" label="${families[index % 3]} ${index + 1}"><attvalues><attvalue for="0" value="${families[index % 3]}"/><attvalue for="1" value="${index}"/><attvalue for="2" value="${(index % 2) + 1}"/></attvalues>${place}</node>`
  })
  const edges = people.map(
    (index) => `<edge source="p${index}" target="p${(index * 7 + 3) % people.length}"/>`,
  )
  const strays = Array.from(
    { length: dangling },
    (_, index) => `<edge source="p${index}" target="nobody-${index}"/>`,
  )
  return gexf(
    name,
    `<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><title>Verona</title></meta>
<graph defaultedgetype="directed">
<attributes class="node"><attribute id="0" title="House" type="string"/><attribute id="1" title="Rank" type="integer"/><attribute id="2" title="District" type="integer"/></attributes>
<nodes>
${nodes.join('\n')}
</nodes>
<edges>
${[...edges, ...strays].join('\n')}
</edges>
</graph>
</gexf>`,
  )
}

/** A file with this text and a name. */
export function gexf(name: string, text: string): Payload {
  return { name, mimeType: 'application/xml', buffer: Buffer.from(text) }
}

/** A GEXF file of so many bytes and somewhat more: 300 stations, and lines with long descriptions. */
export function railway(name: string, bytes: number): Payload & { readonly lines: number } {
  const stations = Array.from({ length: 300 }, (_, at) => {
    const place = `<viz:position x="${at % 20}" y="${Math.floor(at / 20)}"/>`
    return `<node id="s${at}" label="Station ${at}">${place}</node>`
  })
  const sight = 'hills, a river and three tunnels; '.repeat(40)
  const line = (at: number): string =>
    `<edge id="l${at}" source="s${at % 300}" target="s${(at * 7 + 1) % 300}"><attvalues><attvalue for="0" value="${at}: ${sight}"/></attvalues></edge>`
  const lines = Math.ceil(bytes / line(0).length)
  const { buffer, mimeType } = gexf(
    name,
    `<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><title>Railway</title></meta>
<graph>
<attributes class="edge"><attribute id="0" title="Sights" type="string"/></attributes>
<nodes>${stations.join('\n')}</nodes>
<edges>${Array.from({ length: lines }, (_, at) => line(at)).join('\n')}</edges>
</graph>
</gexf>`,
  )
  return { name, mimeType, buffer, lines }
}

/** So many shops: 300 at one spot in London, the others all over the world; each joined with the next. */
export function shops(name: string, count: number): Payload {
  const entities = Array.from({ length: count }, (_, at) => ({
    id: `s${at}`,
    label: `Shop ${at}`,
    place:
      at < 300
        ? { latitude: 51.5, longitude: -0.1 }
        : { latitude: ((at * 37) % 110) - 45, longitude: ((at * 73) % 320) - 150 },
  }))
  const statements = entities.map(({ id }, at) => ({
    id: `e${at}`,
    subject: id,
    predicate: 'serves',
    entity: `s${(at + 1) % count}`,
  }))
  const text = JSON.stringify({
    orrery: 1,
    dataset: { id: name, title: name },
    kinds: [],
    predicates: [{ id: 'serves', type: 'relation', label: 'serves', inverse: '' }],
    qualifiers: [],
    sources: [],
    entities,
    statements,
    layout: entities.flatMap((_, at) => [20 * (at % 100), 20 * Math.floor(at / 100)]),
  })
  return { name, mimeType: 'application/json', buffer: Buffer.from(text) }
}

/** Opens files as a reader does: by the button and the field of the dialog. */
export async function openFiles(page: Page, ...files: readonly Payload[]): Promise<void> {
  await page.getByRole('button', { name: 'Open a graph of your own' }).click()
  await page.locator('.drop-zone input').setInputFiles([...files])
}

/** Drags files over the page and, unless told otherwise, lets them go. */
export async function dropFiles(
  page: Page,
  files: readonly Payload[],
  { letGo = true } = {},
): Promise<void> {
  await page.evaluate(
    ([contents, drop]) => {
      const dataTransfer = new DataTransfer()
      for (const { name, text } of contents) dataTransfer.items.add(new File([text], name))
      const fire = (type: string): void => {
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
        )
      }
      fire('dragenter')
      fire('dragover')
      if (drop) fire('drop')
    },
    [files.map(({ name, buffer }) => ({ name, text: buffer.toString('utf8') })), letGo] as const,
  )
}

/** Waits until the graph of this title stands on the page. */
export async function graphShown(page: Page, title: string): Promise<void> {
  await page.locator('.graph-title', { hasText: title }).waitFor({ state: 'attached' })
  await page.locator('.scene .scene-canvases canvas').first().waitFor()
}

/** Pastes text while the focus is in the element. */
export async function pasteText(page: Page, text: string, into: string): Promise<void> {
  await page.evaluate(
    ([pasted, selector]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      document
        .querySelector(selector)
        ?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        )
    },
    [text, into] as const,
  )
}

/** A GEXF file without places that takes a while to lay out. */
export function crowd(name: string, size: number): Payload {
  const nodes = Array.from({ length: size }, (_, index) => `<node id="${index}"/>`)
  const edges = nodes.flatMap((_, index) =>
    [index * 7 + 1, index * 3 + 2].map(
      (target) => `<edge source="${index}" target="${target % size}"/>`,
    ),
  )
  return gexf(
    name,
    `<gexf version="1.3"><graph><nodes>${nodes.join('')}</nodes><edges>${edges.join('')}</edges></graph></gexf>`,
  )
}

/** A GEXF file without places: villages of many ties within and one to the next, of two kinds. */
export function villages(name: string, count: number, size: number): Payload {
  const total = count * size
  const nodes = Array.from(
    { length: total },
    (_, index) =>
      `<node id="${index}" label="n${index}"><attvalues><attvalue for="0" value="${index % 2 === 0 ? 'even' : 'odd'}"/></attvalues></node>`,
  )
  const edges = nodes.flatMap((_, index) => {
    const first = index - (index % size)
    const targets = [2, 4, 6, 10].map((step) => first + ((index + step) % size))
    return [...targets, ...(index < first + 2 ? [(index + size) % total] : [])].map(
      (target) => `<edge source="${index}" target="${target}"/>`,
    )
  })
  const columns =
    '<attributes class="node"><attribute id="0" title="kind" type="string"/></attributes>'
  return gexf(
    name,
    `<gexf version="1.3"><graph>${columns}<nodes>${nodes.join('')}</nodes><edges>${edges.join('')}</edges></graph></gexf>`,
  )
}

/** A table with this text and a name. */
export function table(name: string, text: string): Payload {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}
