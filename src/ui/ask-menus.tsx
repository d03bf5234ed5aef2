import type { JSX } from 'preact'
import { nameOf } from '../display/appearance.ts'
import { kindText, relationText } from '../display/question-prose.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { AskedRelation, Place, QuestionStep } from '../view/question.ts'
import type { PlaceMenu, RelationChoice } from '../view/question-menus.ts'

interface PlaceProps {
  readonly label: string
  readonly menu: PlaceMenu
  readonly chosen: Place | undefined
  readonly knowledge: Knowledge
  readonly choose: (place: Place) => void
}

/** Chooses which nodes stand at a place: any, those of a kind, or one by its name. */
export function PlaceSelect({ label, menu, chosen, knowledge, choose }: PlaceProps): JSX.Element {
  const choices = placeChoices(menu, chosen, knowledge)
  const groups = [
    { title: 'Of a kind', choices: choices.filter(({ place }) => place.type === 'kind') },
    {
      title: menu.more > 0 ? `The ${menu.nodes.length} best connected` : 'One of them',
      choices: choices.filter(({ place }) => place.type === 'node'),
    },
  ]
  return (
    <select
      class="field"
      aria-label={label}
      value={chosen === undefined ? '' : placeKey(chosen)}
      onChange={({ currentTarget }) => {
        const place = choices.find((choice) => placeKey(choice.place) === currentTarget.value)
        if (place !== undefined) choose(place.place)
      }}
    >
      {chosen === undefined && <option value="">Choose…</option>}
      <option value={placeKey({ type: 'any' })}>Any nodes ({menu.all})</option>
      {groups.map(
        (group) =>
          group.choices.length > 0 && (
            <optgroup key={group.title} label={group.title}>
              {group.choices.map(({ place, text }) => (
                <option key={placeKey(place)} value={placeKey(place)}>
                  {text}
                </option>
              ))}
            </optgroup>
          ),
      )}
    </select>
  )
}

interface PlaceChoice {
  readonly place: Place
  readonly text: string
}

/** What is chosen is always among them, even where nothing leads to it any more. */
function placeChoices(
  menu: PlaceMenu,
  chosen: Place | undefined,
  knowledge: Knowledge,
): readonly PlaceChoice[] {
  const name = (id: EntityId): string => {
    const entity = knowledge.entities.get(id)
    return entity === undefined ? id : nameOf(entity)
  }
  const kinds = knowledge.kinds.size === 0 ? [] : menu.kinds
  const choices: PlaceChoice[] = [
    { place: { type: 'any' }, text: '' },
    ...kinds.map(({ kind, nodes }): PlaceChoice => {
      const text = `${kindText(knowledge, kind)} (${nodes})`
      return { place: { type: 'kind', id: kind }, text }
    }),
    ...menu.nodes.map((id): PlaceChoice => ({ place: { type: 'node', id }, text: name(id) })),
  ]
  if (chosen === undefined || choices.some(({ place }) => placeKey(place) === placeKey(chosen))) {
    return choices
  }
  if (chosen.type === 'kind') {
    return [...choices, { place: chosen, text: `${kindText(knowledge, chosen.id)} (0)` }]
  }
  return chosen.type === 'node' ? [...choices, { place: chosen, text: name(chosen.id) }] : choices
}

function placeKey(place: Place): string {
  return place.type === 'any' ? 'any' : `${place.type} ${place.id}`
}

interface RelationProps {
  readonly label: string
  readonly choices: readonly RelationChoice[]
  readonly chosen: QuestionStep | undefined
  readonly knowledge: Knowledge
  readonly choose: (relation: AskedRelation | undefined) => void
}

/** Chooses by which relation a step leads on. */
export function RelationSelect(props: RelationProps): JSX.Element {
  const { label, choices, chosen, knowledge, choose } = props
  const relation = chosen?.relation
  const key = chosen === undefined ? '' : relationKey(relation)
  const offered = choices.some((choice) => relationKey(choice.relation) === key)
  const all = chosen === undefined || offered ? choices : [...choices, { relation, nodes: 0 }]
  return (
    <select
      class="field"
      aria-label={label}
      value={key}
      onChange={({ currentTarget }) => {
        const choice = all.find((each) => relationKey(each.relation) === currentTarget.value)
        if (choice !== undefined) choose(choice.relation)
      }}
    >
      {chosen === undefined && <option value="">joined with…</option>}
      {all.map((choice) => (
        <option key={relationKey(choice.relation)} value={relationKey(choice.relation)}>
          {choice.relation === undefined
            ? `any relation (${choice.nodes})`
            : `${relationText(knowledge, choice.relation)} (${choice.nodes})`}
        </option>
      ))}
    </select>
  )
}

function relationKey(relation: AskedRelation | undefined): string {
  return relation === undefined ? 'any' : `${relation.direction} ${relation.predicate}`
}
