import { gunzip, isGzip } from '../formats/gunzip.ts'
import type { InputFile } from '../formats/input-file.ts'
import type { ReadingOrder } from './reading-messages.ts'

/** The bytes of the files, unpacked; `tell` hears how many have been loaded, and of how many. */
export async function loaded(
  files: ReadingOrder['files'],
  tell: (done: number, total: number) => void,
): Promise<readonly InputFile[]> {
  const total = files.reduce((sum, { content }) => sum + content.size, 0)
  let done = 0
  const inputs: InputFile[] = []
  for (const { name, content } of files) {
    tell(done, total)
    // At once: a stream of small pieces takes twice as long.
    inputs.push(await unpacked({ name, bytes: new Uint8Array(await content.arrayBuffer()) }))
    done += content.size
  }
  return inputs
}

/** What cannot be unpacked stays as it is: the reader says why. */
async function unpacked(file: InputFile): Promise<InputFile> {
  if (!isGzip(file.bytes)) return file
  const result = await gunzip(file.bytes)
  return result.ok ? { name: file.name.replace(/\.gz$/i, ''), bytes: result.bytes } : file
}

/**
 * Frees what a file took before the graph is handed over, by sending it nowhere: left alone it would
 * wait for the worker to collect garbage, which it does not while there is memory.
 */
export function giveBack(buffer: ArrayBuffer): void {
  const { port1, port2 } = new MessageChannel()
  port2.close()
  port1.postMessage(undefined, [buffer])
  port1.close()
}
