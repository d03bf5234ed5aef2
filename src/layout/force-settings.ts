/** What shapes a force-directed picture and how fast it comes to rest. */
export interface ForceSettings {
  /** Attraction grows with the logarithm of the distance: tight clusters, wide gaps. */
  readonly linLog: boolean
  /** Divides the pull of a hub among its edges, which keeps hubs apart. */
  readonly distributed: boolean
  readonly scaling: number
  /**
   * Pull towards the middle, as a share of the push that a node at the rim feels from all others;
   * with 1 or more the picture would collapse.
   */
  readonly gravity: number
  /** Divides every movement; above 1 is calmer. */
  readonly slowDown: number
  /** After so many iterations movements are half as long, after twice as many a third. */
  readonly coolAfter: number
  /** Iterations over which movements grow to full length, so that a picture does not start with a leap. */
  readonly warmUp: number
  /** Settled when the mean movement per iteration is below this share of the extent. */
  readonly tolerance: number
}

export const forceSettings: ForceSettings = {
  linLog: false,
  distributed: false,
  scaling: 10,
  gravity: 0.2,
  slowDown: 1,
  coolAfter: 150,
  warmUp: 0,
  tolerance: 0.0004,
}
