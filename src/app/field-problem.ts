import type { Problem } from '../model/statement-rules.ts'

/** What is wrong in a form; `unwritten` where nothing is there yet that could be wrong. */
export type FieldProblem = Problem & { readonly unwritten: boolean }
