/**
 * The address of the dataset that the page's own address asks for: `?dataset=NAME` is a folder of
 * graph-data; without it, or with anything that is not a folder's name, the built-in one. It stands
 * alone: the script that asks for the dataset ahead is made of its text (`scripts/ahead-plugin.ts`).
 */
export function datasetAddress(search: string): string {
  const name = new URLSearchParams(search).get('dataset') ?? ''
  return `./datasets/${/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) ? name : 'china-ai'}.json`
}
