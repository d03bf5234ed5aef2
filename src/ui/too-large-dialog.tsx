import { useSignal } from '@preact/signals'
import type { Signal } from '@preact/signals'
import type { JSX } from 'preact'
import type { IntakeDesk } from '../app/intake-desk.ts'
import type { TooLarge } from '../app/too-large.ts'
import { counted } from '../display/counted.ts'
import { partMeaning, sizeText, tooLargeText } from '../display/part-words.ts'
import type { PartChoice, PartOffer } from '../graph/part-choice.ts'
import { fitsIn } from '../graph/part.ts'
import { Modal } from './dialog.tsx'
import './too-large.css'

interface Props {
  readonly graph: TooLarge
  readonly intake: IntakeDesk
}

/** Says that a graph is too large before it is tried, and offers the parts that fit. */
export function TooLargeDialog({ graph, intake }: Props): JSX.Element {
  const { name, offer } = graph
  const choice = useSignal(firstChoice(offer))
  const chosen = choice.value
  return (
    <Modal title="This graph is too large to be shown whole" onClose={intake.close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen !== undefined) graph.open(chosen)
        }}
      >
        <p>{tooLargeText(name, offer)}</p>
        <fieldset class="parts">
          <legend>Open a part of it</legend>
          <Component offer={offer} choice={choice} />
          <Core offer={offer} choice={choice} />
          <Search graph={graph} choice={choice} />
        </fieldset>
        <div class="dialog-actions">
          <button type="button" class="text-button" onClick={() => graph.open({ type: 'whole' })}>
            Try all of it anyway
          </button>
          <button type="button" onClick={intake.close}>
            Cancel
          </button>
          <button type="submit" class="primary" disabled={chosen === undefined}>
            Open this part
          </button>
        </div>
      </form>
    </Modal>
  )
}

function firstChoice({ component, core, limit }: PartOffer): PartChoice | undefined {
  if (fitsIn(component, limit)) return { type: 'component' }
  return core === undefined ? undefined : { type: 'core' }
}

interface ChoiceProps {
  readonly offer: PartOffer
  readonly choice: Signal<PartChoice | undefined>
}

function Component({ offer: { component, limit }, choice }: ChoiceProps): JSX.Element {
  const fits = fitsIn(component, limit)
  return (
    <Part
      title="The largest component"
      text={fits ? partMeaning({ type: 'component' }) : 'That is too large as well.'}
      size={sizeText(component)}
      enabled={fits}
      checked={choice.value?.type === 'component'}
      onChoose={() => {
        choice.value = { type: 'component' }
      }}
    />
  )
}

function Core({ offer: { core }, choice }: ChoiceProps): JSX.Element {
  return (
    <Part
      title="The densest core"
      text={core === undefined ? 'No core of it fits.' : partMeaning({ type: 'core', k: core.k })}
      size={core === undefined ? undefined : sizeText(core.size)}
      enabled={core !== undefined}
      checked={choice.value?.type === 'core'}
      onChoose={() => {
        choice.value = { type: 'core' }
      }}
    />
  )
}

function Search({
  graph,
  choice,
}: Pick<Props, 'graph'> & Pick<ChoiceProps, 'choice'>): JSX.Element {
  const found = graph.found.value
  const chosen = choice.value?.type === 'neighbourhood' ? choice.value.id : undefined
  return (
    <>
      <label class="part-search">
        <span>Or the neighbourhood of</span>
        <input
          type="search"
          class="field"
          autocomplete="off"
          spellcheck={false}
          placeholder="a name, alias or id"
          onInput={({ currentTarget }) => graph.find(currentTarget.value)}
          onKeyDown={(event) => {
            // It looks, and opens nothing yet.
            if (event.key === 'Enter') event.preventDefault()
          }}
        />
      </label>
      {found?.nodes.map(({ id, name, kind, around }) => (
        <Part
          key={id}
          title={kind === undefined ? name : `${name} · ${kind}`}
          text={
            around === undefined
              ? 'It has more neighbours than fit.'
              : `Everything within ${counted(around.steps, 'step', 'steps')} of it.`
          }
          size={around === undefined ? undefined : sizeText(around.size)}
          enabled={around !== undefined}
          checked={chosen === id}
          onChoose={() => {
            choice.value = { type: 'neighbourhood', id }
          }}
        />
      ))}
      <p class="muted small" role="status">
        {found === undefined
          ? ''
          : found.nodes.length === 0
            ? `Nothing in it is called “${found.query}”.`
            : `${counted(found.nodes.length, 'entity', 'entities')} found.`}
      </p>
    </>
  )
}

interface PartProps {
  readonly title: string
  readonly text: string
  readonly size: string | undefined
  readonly enabled: boolean
  readonly checked: boolean
  readonly onChoose: () => void
}

function Part({ title, text, size, enabled, checked, onChoose }: PartProps): JSX.Element {
  return (
    <label class="part">
      <input
        type="radio"
        name="part"
        disabled={!enabled}
        checked={checked}
        onChange={onChoose}
        {...(checked ? { autofocus: true } : {})}
      />
      <span>
        <strong>{title}</strong>
        {size !== undefined && <span class="part-size">{size}</span>}
        <span class="muted">{text}</span>
      </span>
    </label>
  )
}
