/** Why a text is not of its syntax, and where; line and column count from 1. */
export class RdfFault extends Error {
  readonly line: number | undefined
  readonly column: number | undefined
  readonly advice: string | undefined
  constructor(message: string, line?: number, column?: number, advice?: string) {
    super(message)
    this.line = line
    this.column = column
    this.advice = advice
  }
}
