import { createInterface } from 'node:readline/promises'
import { runCommand } from './run-command.ts'
import type { Streams } from './streams.ts'

const streams: Streams = {
  input: async () => {
    const pieces: Uint8Array[] = []
    const chunks: AsyncIterable<Uint8Array> = process.stdin
    for await (const chunk of chunks) pieces.push(chunk)
    return new Uint8Array(Buffer.concat(pieces))
  },
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
  output: (text) => void process.stdout.write(text),
  ask: process.stdin.isTTY ? ask : undefined,
}

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim())
  } finally {
    terminal.close()
  }
}

// `orrery … | head` closes the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await runCommand(process.argv.slice(2), streams)
