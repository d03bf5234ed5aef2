/** What can be measured of every node. */
export type MetricId =
  | 'degree'
  | 'in-degree'
  | 'out-degree'
  | 'weighted-degree'
  | 'neighbours'
  | 'page-rank'
  | 'betweenness'
  | 'closeness'
  | 'core'
  | 'community'
  | 'component'
  | 'strong-component'
  | 'cut-node'

export interface Metric {
  readonly id: MetricId
  readonly label: string
  /** What it means. */
  readonly sentence: string
  /** When it misleads. */
  readonly caution: string
  /** An amount to size by, a group to colour by, or 1 for yes and 0 for no. */
  readonly scale: 'amount' | 'group' | 'flag'
  /** True where it grows faster than the graph, so that it needs progress and a way to cancel. */
  readonly long: boolean
}

/** Every metric, the simplest first. */
export const metrics: readonly Metric[] = [
  {
    id: 'degree',
    label: 'Degree',
    sentence: 'How many statements join this node with others.',
    caution: 'It shows what the data covers well, which need not be what matters most.',
    scale: 'amount',
    long: false,
  },
  {
    id: 'in-degree',
    label: 'In-degree',
    sentence: 'How many statements lead to this node.',
    caution:
      'Direction depends on how a predicate is worded; one without direction counts in and out.',
    scale: 'amount',
    long: false,
  },
  {
    id: 'out-degree',
    label: 'Out-degree',
    sentence: 'How many statements lead from this node to others.',
    caution:
      'Direction depends on how a predicate is worded; one without direction counts in and out.',
    scale: 'amount',
    long: false,
  },
  {
    id: 'weighted-degree',
    label: 'Weighted degree',
    sentence: 'The sum of the weights of the statements at this node.',
    caution: 'Adding makes sense only where all weights measure the same thing; none counts as 1.',
    scale: 'amount',
    long: false,
  },
  {
    id: 'neighbours',
    label: 'Neighbours',
    sentence: 'How many different nodes are one step away.',
    caution: 'One passing mention counts as much as ten statements between the same two.',
    scale: 'amount',
    long: false,
  },
  {
    id: 'page-rank',
    label: 'PageRank',
    sentence:
      'How often someone who follows statements at random, and now and then jumps, is here.',
    caution:
      'It reads every statement as a vote for its value, a lawsuit as much as a prize, and rewards being listed.',
    scale: 'amount',
    long: false,
  },
  {
    id: 'betweenness',
    label: 'Betweenness',
    sentence: 'Which share of the shortest paths between other nodes leads through this one.',
    caution:
      'It takes for granted that things move by shortest paths; one missing statement can change it a great deal.',
    scale: 'amount',
    long: true,
  },
  {
    id: 'closeness',
    label: 'Closeness',
    sentence: 'How few steps this node is away from the others.',
    caution: 'Values lie near each other and small parts of a graph score low whoever is in them.',
    scale: 'amount',
    long: true,
  },
  {
    id: 'core',
    label: 'Core number',
    sentence:
      'The greatest k such that this node lies in a part where all have k neighbours or more.',
    caution: 'A long list of members, each joined with each, makes a high core by itself.',
    scale: 'amount',
    long: false,
  },
  {
    id: 'community',
    label: 'Community',
    sentence: 'Groups of nodes with more statements within them than chance would give.',
    caution:
      'Other divisions may be nearly as good, small groups in large graphs are merged, and even random graphs have some.',
    scale: 'group',
    long: true,
  },
  {
    id: 'component',
    label: 'Component',
    sentence: 'Nodes that some path joins, whatever the directions.',
    caution: 'Apart in the data need not be apart in the world: a statement may be missing.',
    scale: 'group',
    long: false,
  },
  {
    id: 'strong-component',
    label: 'Strong component',
    sentence: 'Nodes that reach each other along the direction of the statements.',
    caution: 'Most predicates lead one way only, so most nodes stand alone.',
    scale: 'group',
    long: false,
  },
  {
    id: 'cut-node',
    label: 'Cut node',
    sentence: 'Without this node, a part of the graph would lose its connection with the rest.',
    caution:
      'Any node with a neighbour that has no other counts, and one more statement undoes it.',
    scale: 'flag',
    long: false,
  },
]

/** What bridges are, which are measured of edges. */
export const bridgeMetric: Omit<Metric, 'id'> = {
  label: 'Bridge',
  sentence: 'Without this statement, a part of the graph would lose its connection with the rest.',
  caution: 'Every statement that is the only one of a node counts, so look at what it holds on to.',
  scale: 'flag',
  long: false,
}
