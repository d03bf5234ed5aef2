import type { Knowledge } from '../model/knowledge.ts'
import type { Notebook, Noted } from '../model/notebook.ts'
import { nameOf } from './appearance.ts'
import { sentenceText } from './sentence.ts'

/** One note with what it is on, in words. */
export interface ListedNote {
  readonly about: Noted
  /** "Qwen", "Alibaba Cloud trained Qwen"; the id of what is not there. */
  readonly name: string
  readonly text: string
  /** False where the graph has nothing of that id at present. */
  readonly present: boolean
}

/** Every note of a notebook, those on entities first, each as they were written. */
export function noteList(knowledge: Knowledge, notebook: Notebook): readonly ListedNote[] {
  const ofEntities = [...notebook.entities].map(([id, text]): ListedNote => {
    const entity = knowledge.entities.get(id)
    const name = entity === undefined ? id : nameOf(entity)
    return { about: { of: 'entity', id }, name, text, present: entity !== undefined }
  })
  const ofStatements = [...notebook.statements].map(([id, text]): ListedNote => {
    const statement = knowledge.statements.get(id)
    const name = statement === undefined ? id : sentenceText(knowledge, statement)
    return { about: { of: 'statement', id }, name, text, present: statement !== undefined }
  })
  return [...ofEntities, ...ofStatements]
}
