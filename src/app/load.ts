import { readOrreryJson } from '../formats/json/read-orrery-json.ts'
import type { ReadResult } from '../model/issue.ts'
import type { LaidOut } from '../model/knowledge.ts'

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
