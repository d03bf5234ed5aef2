/**
 * The columns that make a GEXF file of ours complete. The first three hold Orrery JSON, cut up
 * over the graph: `dataset` on the first node (or, without nodes, in a processing instruction)
 * everything but entities and statements; `entity` on each node, `statement` on each edge, what
 * GEXF itself does not say of it. All others are for people and other programs.
 */
export const ownColumns = {
  dataset: 'orrery:dataset',
  entity: 'orrery:entity',
  statement: 'orrery:statement',
  description: 'orrery:description',
  note: 'orrery:note',
} as const

/** What begins the ids of our own columns. */
export const ownPrefix = 'orrery:'

/** The processing instruction that holds the dataset where there is no node. */
export const ownInstruction = 'orrery-dataset'
