import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { Desk } from '../app/desk.ts'
import type { ExportFormat } from '../app/export-files.ts'
import { exportGroups, exportLabel } from '../app/export-formats.ts'
import { createExporter } from '../app/exporter.ts'
import type { Exporter } from '../app/exporter.ts'
import type { Session } from '../app/session.ts'
import { counted, grouped } from '../display/counted.ts'
import { draftSize } from '../model/draft.ts'
import { Dialog } from './dialog.tsx'
import './export.css'

/** What to export, how much of it, and what the format cannot hold, before it is saved. */
export function ExportDialog({ desk }: { readonly desk: Desk }): JSX.Element {
  const { exportChoice: choice, session } = desk
  const exporter = useMemo(() => createExporter(session, choice), [session, choice])
  useEffect(() => exporter.end, [exporter])
  const { nodes, edges } = session.visible.value
  const { knowledge, graph } = session
  return (
    <Dialog title="Export" open={choice.open}>
      <form
        class="export"
        onSubmit={(event) => {
          event.preventDefault()
          exporter.save()
        }}
      >
        <fieldset>
          <legend>What</legend>
          <Choice
            group="scope"
            checked={choice.scope.value === 'whole'}
            label="The whole graph"
            detail={`${grouped(knowledge.entities.size)} entities, ${grouped(graph.edges.size)} relations`}
            onChoose={() => {
              choice.scope.value = 'whole'
            }}
          />
          <Choice
            group="scope"
            checked={choice.scope.value === 'visible'}
            label="What is visible now"
            detail={`${grouped(nodes.size)} entities, ${grouped(edges.size)} relations`}
            onChoose={() => {
              choice.scope.value = 'visible'
            }}
          />
        </fieldset>
        <div class="export-formats" tabIndex={0} role="group" aria-label="As">
          {exportGroups.map(([title, formats]) => (
            <fieldset key={title}>
              <legend>{title}</legend>
              {formats.map(([format, detail]) => (
                <Choice
                  key={format}
                  group="format"
                  checked={choice.format.value === format}
                  label={exportLabel(format)}
                  detail={detail}
                  onChoose={() => {
                    choice.format.value = format
                  }}
                />
              ))}
            </fieldset>
          ))}
        </div>
        {isPicture(choice.format.value) && hasMarks(session) && (
          <label>
            <input
              type="checkbox"
              checked={choice.marked.value}
              onChange={({ currentTarget }) => {
                choice.marked.value = currentTarget.checked
              }}
            />
            <span>With the marks of what was added, removed and changed</span>
          </label>
        )}
        <Report exporter={exporter} format={choice.format.value} />
        <div class="export-actions">
          <button
            type="button"
            onClick={() => {
              choice.open.value = false
            }}
          >
            Cancel
          </button>
          <button type="submit" class="primary" disabled={exporter.ready.value === undefined}>
            Save
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function isPicture(format: ExportFormat): boolean {
  return format === 'png' || format === 'svg'
}

function hasMarks({ comparison, choices }: Session): boolean {
  return comparison.value !== undefined || draftSize(choices.value.draft) > 0
}

interface ReportProps {
  readonly exporter: Exporter
  readonly format: ExportFormat
}

function Report({ exporter, format }: ReportProps): JSX.Element {
  const failure = exporter.failure.value
  const ready = exporter.ready.value
  const lossless = exporter.lossless.value
  if (failure !== undefined) {
    return (
      <p class="note" role="alert">
        This export could not be written: {failure}
      </p>
    )
  }
  if (ready === undefined) {
    return (
      <p class="muted loss" role="status">
        Writing…
      </p>
    )
  }
  return (
    <div class="loss" role="status">
      <p class="muted">Saves {ready.files.map(({ name }) => name).join(' and ')}.</p>
      {ready.losses.length > 0 && (
        <div class="note">
          <p>{exportLabel(format)} cannot hold:</p>
          <ul>
            {ready.losses.map(({ what, count }) => (
              <li key={what}>
                {what} <span class="count">{count}</span>
              </li>
            ))}
          </ul>
          {lossless.length > 0 && (
            <p>Nothing would be lost in {lossless.map(exportLabel).join(', ')}.</p>
          )}
        </div>
      )}
      {ready.missing > 0 && (
        <p class="note">
          Without the texts of {counted(ready.missing, 'source', 'sources')}, which could not be
          loaded.
        </p>
      )}
    </div>
  )
}

interface ChoiceProps {
  readonly group: string
  readonly checked: boolean
  readonly label: string
  readonly detail: string
  readonly onChoose: () => void
}

function Choice({ group, checked, label, detail, onChoose }: ChoiceProps): JSX.Element {
  return (
    <label>
      <input type="radio" name={group} checked={checked} onChange={onChoose} />
      <span>
        {label} <span class="muted">— {detail}</span>
      </span>
    </label>
  )
}
