/** What one reading and one writing of the sample took, in milliseconds, and what came out. */
export interface Measured {
  readonly bytes: number
  readonly nodes: number
  readonly edges: number
  readonly written: number
  readonly reading: number
  readonly writing: number
}
