import { readOrreryJson } from '../formats/json/read-orrery-json.ts'
import type { ReadResult } from '../model/issue.ts'
import type { LaidOut } from '../model/knowledge.ts'

/**
 * The address of the dataset that the page's own address asks for: `?dataset=NAME` is a folder of
 * graph-data; without it, or with anything that is not a folder's name, the built-in one.
 */
export function datasetAddress(search: string): string {
  const name = new URLSearchParams(search).get('dataset') ?? ''
  return `./datasets/${/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) ? name : 'china-ai'}.json`
}

/** Fetches and reads a compiled dataset. What goes wrong on the way is an issue like any other. */
export async function loadDataset(address: string): Promise<ReadResult<LaidOut>> {
  const failed = (message: string, advice: string): ReadResult<LaidOut> => ({
    ok: false,
    issues: [{ severity: 'error', file: address, message, advice }],
  })
  try {
    const response = await fetch(address)
    if (!response.ok) {
      return failed(`the server answered ${response.status}`, 'check that the file was published')
    }
    return readOrreryJson(await response.text(), address)
  } catch {
    return failed('the file could not be fetched', 'check the connection and load the page again')
  }
}
