/** Milliseconds: the dialog in which a file is looked for opens first. */
const patience = 200
/** After so many rounds reading hardly gets faster. */
const mostRounds = 24

/**
 * Does something again and again while nothing else is to be done, until what this gives is called.
 * An engine makes code fast once it has run for a while; whoever looks for a file leaves time for it.
 */
export function warmUp(round: () => void): () => void {
  let left = mostRounds
  const next = (): void => {
    left -= 1
    round()
    if (left > 0) timer = setTimeout(next)
  }
  let timer = setTimeout(next, patience)
  return () => {
    left = 0
    clearTimeout(timer)
  }
}

/** So large that a round takes some milliseconds. */
const [nodes, edges] = [300, 1200]

/** A GEXF document with what most have: what stands before its nodes, those, its edges and its end. */
export const usualGexf = {
  head: `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph defaultedgetype="directed">${columns('node')}${columns('edge')}
`,
  nodes: (): string =>
    `<nodes>${lines(nodes, (place) => {
      const position = `<viz:position x="${place}.5" y="-${place}"/><viz:size value="4"/>`
      return `<node id="n${place}" label="A &amp; ${place}">${cells(place)}${position}</node>`
    })}</nodes><edges>`,
  edges: (): string =>
    `${lines(edges, (place) => {
      const ends = `source="n${place % nodes}" target="n${(place * 7) % nodes}"`
      const said = `weight="${place % 5}" kind="k${place % 4}"`
      return `<edge id="e${place}" ${ends} ${said}>${cells(place)}</edge>`
    })}</edges></graph></gexf>`,
} as const

function columns(kind: string): string {
  const texts = '<attribute id="0" title="a" type="string"/>'
  return `<attributes class="${kind}">${texts}<attribute id="1" title="b" type="double"/></attributes>`
}

function cells(place: number): string {
  const text = `<attvalue for="0" value="v${place % 9}"/>`
  return `<attvalues>
${text}
<attvalue for="1" value="${place / 7}"/>
</attvalues><viz:color r="${place % 256}" g="20" b="30"/>`
}

function lines(count: number, lineOf: (place: number) => string): string {
  return Array.from({ length: count }, (_, place) => lineOf(place)).join('\n')
}
