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
  const taken = createGrid<Box>()
  const blocked = createGrid<number>()
  obstacles.forEach((obstacle, index) => blocked.add(obstacle.box, index))

  const placed: PlacedLabel[] = []
  candidates.forEach((candidate, index) => {
    const place = choosePlace(candidate)
    const box = candidate.boxes[place]
    if (box === undefined) return
    taken.add(box, box)
    placed.push({ candidate: index, place, box })
  })
  return placed

  function choosePlace(candidate: LabelCandidate): number {
    let overLighter = -1
    let overAny = -1
    for (const [place, box] of candidate.boxes.entries()) {
      if (!overlap(box, bounds) || taken.some(box, (other) => overlap(other, box))) continue
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
      const obstacle = obstacles[index]
      if (obstacle !== undefined && index !== owner && overlap(obstacle.box, box))
        heaviest = Math.max(heaviest, obstacle.weight)
      return false
    })
    return heaviest
  }
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

interface Grid<Item> {
  add(box: Box, item: Item): void
  /** True where `test` holds for an item near `box`. */
  some(box: Box, test: (item: Item) => boolean): boolean
}

const cellSize = 64

/** Items by the cells that their boxes touch, so that a test looks only at what is near. */
function createGrid<Item>(): Grid<Item> {
  const cells = new Map<string, Item[]>()
  return {
    add(box, item) {
      for (const key of cellsOf(box)) {
        const cell = cells.get(key)
        if (cell === undefined) cells.set(key, [item])
        else cell.push(item)
      }
    },
    some: (box, test) => cellsOf(box).some((key) => cells.get(key)?.some(test) === true),
  }
}

function cellsOf(box: Box): readonly string[] {
  const keys: string[] = []
  for (let x = Math.floor(box.left / cellSize); x <= Math.floor(box.right / cellSize); x++)
    for (let y = Math.floor(box.top / cellSize); y <= Math.floor(box.bottom / cellSize); y++)
      keys.push(`${x} ${y}`)
  return keys
}
