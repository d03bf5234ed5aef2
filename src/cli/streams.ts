/** What a command reads and writes beside files. */
export interface Streams {
  readonly input: () => Promise<Uint8Array<ArrayBuffer>>
  /** A line to standard output. */
  readonly print: (line: string) => void
  /** A line to standard error. */
  readonly complain: (line: string) => void
  /** Bytes to standard output as they are, for `-`. */
  readonly output: (text: string) => void
  /** Asks yes or no at the terminal; undefined where nobody is there to answer. */
  readonly ask: ((question: string) => Promise<boolean>) | undefined
}

/** What an exit status means. */
export const exit = { clean: 0, rejected: 1, usage: 2, warnings: 3 } as const

/** A wrong call of a command: `main` prints it with the usage. */
export class UsageError extends Error {}
