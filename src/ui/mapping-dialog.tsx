import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { IntakeDesk, IntakeStage } from '../app/intake-desk.ts'
import {
  columnChoices,
  delimiterChoices,
  directionChoices,
  encodingChoices,
  missingRoles,
  roleChoices,
  roleOf,
  withRole,
  withTableRole,
} from '../app/table-choice.ts'
import type { TableChoice, TableMapping, TableSketch } from '../app/table-choice.ts'
import { placeDoubt } from '../app/place-doubt.ts'
import { Begun } from './begun.tsx'
import { Modal } from './dialog.tsx'
import './mapping.css'

interface Props {
  readonly stage: Extract<IntakeStage, { readonly type: 'mapping' }>
  readonly intake: IntakeDesk
}

/** What tables mean: a guess for every part, which the reader can change while seeing the rows. */
export function MappingDialog({ stage, intake }: Props): JSX.Element {
  const { sketches, choices } = stage
  const mappings = useSignal<readonly TableMapping[]>(sketches.map(({ mapping }) => mapping))
  const missing = mappings.value.flatMap((mapping, index) => {
    const words = missingRoles(mapping)
    const where = sketches.length > 1 ? ` of ${sketches[index]?.name ?? ''}` : ''
    return words.length === 0 ? [] : [`${words.join(' and ')}${where}`]
  })
  return (
    <Modal title="What do the columns mean?" wide onClose={intake.close}>
      <form
        class="mapping"
        onSubmit={(event) => {
          event.preventDefault()
          if (missing.length === 0) intake.openTables(mappings.value)
        }}
      >
        {sketches.map((sketch, index) => {
          const mapping = mappings.value[index] ?? sketch.mapping
          return (
            <TableSection
              key={sketch.name}
              sketch={sketch}
              mapping={mapping}
              onChange={(changed) => {
                mappings.value = mappings.value.with(index, changed)
              }}
              onCut={(choice) =>
                intake.cutTables(
                  sketches.map((_, at) => (at === index ? choice : (choices[at] ?? {}))),
                )
              }
            />
          )
        })}
        <div class="dialog-actions">
          {missing.length > 0 && (
            <p class="muted" role="status">
              Choose the column of {missing.join(', and ')}.
            </p>
          )}
          <button type="button" onClick={intake.close}>
            Cancel
          </button>
          <button type="submit" class="primary" autofocus disabled={missing.length > 0}>
            Open
          </button>
        </div>
      </form>
      <Begun intake={intake} />
    </Modal>
  )
}

interface SectionProps {
  readonly sketch: TableSketch
  readonly mapping: TableMapping
  readonly onChange: (mapping: TableMapping) => void
  readonly onCut: (choice: TableChoice) => void
}

function TableSection({ sketch, mapping, onChange, onCut }: SectionProps): JSX.Element {
  const { encoding, delimiter, top, role } = mapping
  const doubt = placeDoubt(sketch, mapping)
  return (
    <section aria-label={sketch.name}>
      <p class="report-name">{sketch.name}</p>
      {sketch.fault !== undefined && (
        <p class="note">
          {sketch.fault.message}
          {sketch.fault.advice === undefined ? '' : `: ${sketch.fault.advice}`}
        </p>
      )}
      {mapping.doubt !== undefined && <p class="note">{mapping.doubt}</p>}
      <div class="mapping-parts">
        <Choice
          label="It is"
          value={role}
          choices={roleChoices}
          onChoose={(value) => onChange(withTableRole(mapping, value as TableMapping['role']))}
        />
        {role !== 'nodes' && (
          <Choice
            label="Edges go"
            value={mapping.direction}
            choices={directionChoices}
            onChoose={(value) =>
              onChange({ ...mapping, direction: value as TableMapping['direction'] })
            }
          />
        )}
        <Choice
          label="Cells end at"
          value={delimiter}
          choices={withOwn(delimiterChoices, delimiter)}
          onChoose={(value) => onCut({ encoding, delimiter: value })}
        />
        <Choice
          label="Encoding"
          value={encoding}
          choices={withOwn(
            encodingChoices.map((name) => [name, name] as const),
            encoding,
          )}
          onChoose={(value) => onCut({ encoding: value, delimiter })}
        />
        <Choice
          label="The table begins in"
          value={String(top)}
          choices={sketch.starts.map(({ line, text }, index) => [
            String(index),
            `line ${line}: ${text}`,
          ])}
          onChoose={(value) => onCut({ encoding, delimiter, top: Number(value) })}
        />
        <Tick
          label="Its first row names the columns"
          checked={mapping.header}
          onTick={(header) => onChange({ ...mapping, header })}
        />
        <Tick
          label="Decimal comma"
          checked={mapping.decimalComma}
          onTick={(decimalComma) => onChange({ ...mapping, decimalComma })}
        />
      </div>
      {doubt !== undefined && (
        <p class="note" role="status">
          {doubt}
        </p>
      )}
      <Preview sketch={sketch} mapping={mapping} onChange={onChange} />
    </section>
  )
}

function withOwn(
  choices: readonly (readonly [string, string])[],
  own: string,
): readonly (readonly [string, string])[] {
  return choices.some(([value]) => value === own) ? choices : [[own, own], ...choices]
}

const rowsShown = 6

/** The first rows, with a choice of meaning over every column. */
function Preview({ sketch, mapping, onChange }: Omit<SectionProps, 'onCut'>): JSX.Element {
  const offered = columnChoices(mapping.role)
  const shown = sketch.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const columns = Array.from({ length: shown }, (_, column) => column)
  const names = mapping.header ? (sketch.rows[0] ?? []) : []
  const body = sketch.rows.slice(mapping.header ? 1 : 0).slice(0, rowsShown)
  const nameOf = (column: number): string => names[column] ?? `Column ${column + 1}`
  return (
    <div
      class="mapping-preview"
      tabIndex={0}
      role="region"
      aria-label={`The first rows of ${sketch.name}`}
    >
      <table>
        <thead>
          {offered.length > 0 && (
            <tr>
              {columns.map((column) => (
                <td key={column}>
                  <select
                    aria-label={`Meaning of ${nameOf(column)}`}
                    class={roleOf(mapping, column) === undefined ? 'field' : 'field is-chosen'}
                    value={roleOf(mapping, column) ?? ''}
                    onChange={({ currentTarget }) => {
                      const chosen = offered.find(([role]) => role === currentTarget.value)?.[0]
                      onChange(withRole(mapping, column, chosen))
                    }}
                  >
                    <option value="">Attribute</option>
                    {offered.map(([role, label]) => (
                      <option key={role} value={role}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
              ))}
            </tr>
          )}
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {nameOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column}>{row[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {sketch.width > shown && (
        <p class="muted">and {sketch.width - shown} more columns, which are attributes</p>
      )}
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly (readonly [string, string])[]
  readonly onChoose: (value: string) => void
}

function Choice({ label, value, choices, onChoose }: ChoiceProps): JSX.Element {
  return (
    <label>
      <span>{label}</span>
      <select
        class="field"
        value={value}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

interface TickProps {
  readonly label: string
  readonly checked: boolean
  readonly onTick: (checked: boolean) => void
}

function Tick({ label, checked, onTick }: TickProps): JSX.Element {
  return (
    <label class="mapping-tick">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ currentTarget }) => onTick(currentTarget.checked)}
      />
      {label}
    </label>
  )
}
