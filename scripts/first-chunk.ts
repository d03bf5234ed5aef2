/** What the bundler knows of a module, as far as it matters here. */
interface ModuleGraph {
  getModuleInfo(
    id: string,
  ): { readonly isEntry: boolean; readonly importers: readonly string[] } | null
}

/**
 * Puts everything that the page needs at its start into one chunk: cut up among those that lazy
 * parts need as well, it would be a dozen requests and 2 kB more.
 */
export function firstChunk(id: string, modules: ModuleGraph): string | null {
  const seen = new Set<string>()
  const open = [id]
  for (const at of open) {
    if (seen.has(at)) continue
    seen.add(at)
    const info = modules.getModuleInfo(at)
    if (info?.isEntry === true) return 'page'
    open.push(...(info?.importers ?? []))
  }
  return null
}
