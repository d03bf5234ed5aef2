const key = (graph: string): string => `orrery:draft:${graph}`

/** True where a draft of this graph is kept, told without opening the browser's storage. */
export function hasDraft(graph: string): boolean {
  try {
    return localStorage.getItem(key(graph)) !== null
  } catch {
    return false
  }
}

/** Notes whether a draft of this graph is kept. Fails where the browser allows no notes. */
export function flagDraft(graph: string, kept: boolean): void {
  if (kept) localStorage.setItem(key(graph), '')
  else localStorage.removeItem(key(graph))
}
