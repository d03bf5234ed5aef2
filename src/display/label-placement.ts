/** A box in CSS pixels, y downwards. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A label that would like a place; its boxes are the places it may take, the best one first. */
export interface LabelCandidate {
  readonly boxes: readonly Box[]
  /** Labels give way to obstacles that weigh more than this. */
  readonly weight: number
  /** The obstacle that the label belongs to and may touch. */
  readonly owner?: number
  /** True where the label is wanted even over an obstacle, though never over another label. */
  readonly pinned?: boolean
}

/** Something that labels should not cover: a node. */
export interface Obstacle {
  readonly box: Box
  readonly weight: number
}

/** The candidate at index `candidate` has taken its place number `place`. */
export interface PlacedLabel {
  readonly candidate: number
  readonly place: number
  readonly box: Box
}

/**
 * Places labels one after the other, the first candidate first, so that no two overlap. A place
 * clear of all obstacles is preferred, then one over lighter obstacles, then, for a pinned label,
 * any. Labels outside `bounds` are left out; nothing else depends on the bounds, so that moving
 * everything by the same distance gives the same choice.
 */
export function placeLabels(
  candidates: readonly LabelCandidate[],
  obstacles: readonly Obstacle[],
  bounds: Box,
): readonly PlacedLabel[] {
  const taken = createGrid(bounds)
  const blocked = createGrid(bounds)
  for (const { box } of obstacles) blocked.add(box)

  const placed: PlacedLabel[] = []
  candidates.forEach((candidate, index) => {
    const place = choosePlace(candidate)
    const box = candidate.boxes[place]
    if (box === undefined) return
    taken.add(box)
    placed.push({ candidate: index, place, box })
  })
  return placed

  function choosePlace(candidate: LabelCandidate): number {
    let overLighter = -1
    let overAny = -1
    for (let place = 0; place < candidate.boxes.length; place += 1) {
      const box = candidate.boxes[place]
      if (box === undefined || !overlap(box, bounds) || taken.some(box, isAny)) continue
      const heaviest = heaviestUnder(box, candidate.owner)
      if (heaviest === 0) return place
      if (overLighter < 0 && heaviest < candidate.weight) overLighter = place
      if (overAny < 0) overAny = place
    }
    return overLighter < 0 && candidate.pinned === true ? overAny : overLighter
  }

  function heaviestUnder(box: Box, owner: number | undefined): number {
    let heaviest = 0
    blocked.some(box, (index) => {
      if (index !== owner) heaviest = Math.max(heaviest, obstacles[index]?.weight ?? 0)
      return false
    })
    return heaviest
  }
}

function isAny(): boolean {
  return true
}

/** True where the two boxes share more than a border. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  )
}

interface Grid {
  add(box: Box): void
  /** True where `test` holds for a box that overlaps with this one, by the order of adding. */
  some(box: Box, test: (index: number) => boolean): boolean
}

const cellSize = 64

/**
 * Boxes by the cells that they touch, so that a question looks only at what is near. What lies
 * outside the bounds belongs to the cells at their border.
 */
function createGrid({ left, top, right, bottom }: Box): Grid {
  const columns = Math.max(1, Math.ceil((right - left) / cellSize))
  const rows = Math.max(1, Math.ceil((bottom - top) / cellSize))
  const column = (x: number): number => cellOf(x - left, columns)
  const row = (y: number): number => cellOf(y - top, rows)
  const boxes: Box[] = []
  // The boxes of a cell are a chain: where it begins, and for each link its box and the next one.
  const first = new Int32Array(columns * rows).fill(-1)
  const links: number[] = []
  return {
    add(box) {
      const [from, to] = [column(box.left), column(box.right)]
      for (let y = row(box.top), end = row(box.bottom); y <= end; y += 1)
        for (let cell = y * columns + from; cell <= y * columns + to; cell += 1) {
          links.push(boxes.length, first[cell] ?? -1)
          first[cell] = links.length - 2
        }
      boxes.push(box)
    },
    some(box, test) {
      const [from, to] = [column(box.left), column(box.right)]
      for (let y = row(box.top), end = row(box.bottom); y <= end; y += 1)
        for (let cell = y * columns + from; cell <= y * columns + to; cell += 1)
          for (let link = first[cell] ?? -1; link >= 0; link = links[link + 1] ?? -1) {
            const index = links[link] ?? 0
            const other = boxes[index]
            if (other !== undefined && overlap(other, box) && test(index)) return true
          }
      return false
    },
  }
}

function cellOf(distance: number, cells: number): number {
  return Math.min(cells - 1, Math.max(0, Math.floor(distance / cellSize)))
}
