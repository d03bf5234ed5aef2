/** What the browser keeps under a key; undefined for nothing, and where storage is forbidden. */
export function stored(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** Has the browser keep a text under a key. In forbidden or full storage it holds for this visit. */
export function store(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    // What is kept is a convenience: the visit goes on without it.
  }
}
