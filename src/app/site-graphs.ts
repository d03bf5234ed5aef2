/** A graph that the site itself brings. */
export interface SiteGraph {
  /** What `?dataset=` calls it. */
  readonly name: string
  readonly title: string
}

/** The graphs of the site; none where their list cannot be had. */
export async function siteGraphs(): Promise<readonly SiteGraph[]> {
  try {
    const response = await fetch('./datasets/list.json')
    return response.ok ? ((await response.json()) as readonly SiteGraph[]) : []
  } catch {
    return []
  }
}
