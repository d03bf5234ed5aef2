import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { selectionOf } from '../view/view.ts'
import type { View } from '../view/view.ts'
import { nameOf } from './appearance.ts'
import { sentenceText } from './sentence.ts'

/** What a view may be called: what it selects, else what it is narrowed to, else its graph. */
export function viewTitle(knowledge: Knowledge, view: View): string {
  const name = (id: EntityId): string => {
    const entity = knowledge.entities.get(id)
    return entity === undefined ? id : nameOf(entity)
  }
  const selection = selectionOf(view)
  switch (selection.type) {
    case 'node':
      return name(selection.id)
    case 'edge': {
      const statement = knowledge.statements.get(selection.id)
      return statement === undefined ? selection.id : sentenceText(knowledge, statement)
    }
    case 'path':
      return `${name(selection.from)} to ${name(selection.to)}`
    case 'connection':
      return selection.seeds.map(name).join(', ')
    case 'gone':
    case 'nothing':
      return view.focus === undefined ? knowledge.dataset.title : name(view.focus.centre)
  }
}
