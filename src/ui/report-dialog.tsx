import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { IntakeDesk } from '../app/intake-desk.ts'
import {
  drawnLine,
  formatLine,
  issuePlace,
  reportText,
  sourcesLine,
} from '../display/import-report.ts'
import type { ImportReport, IssueGroup } from '../display/import-report.ts'
import { Modal } from './dialog.tsx'
import { Figure } from './overview-card.tsx'

interface Props {
  readonly report: ImportReport
  readonly intake: IntakeDesk
}

/** What reading a file gave, or why it gave nothing. */
export function ReportDialog({ report, intake }: Props): JSX.Element {
  const { kept, groups } = report
  const rejected = kept === undefined
  const name = report.names.join(', ')
  return (
    <Modal title={rejected ? 'This could not be opened' : 'Import report'} onClose={intake.close}>
      <p class="report-name">{name}</p>
      {(!rejected || report.format !== undefined) && <p class="muted">{formatLine(report)}</p>}
      {rejected && <p class="muted">The graph that is open stays open.</p>}
      {kept !== undefined && (
        <dl class="figures">
          <Figure value={kept.entities} one="entity" many="entities" />
          <Figure value={kept.relations} one="relation" many="relations" />
          {kept.facts > 0 && <Figure value={kept.facts} one="fact" many="facts" />}
          <Figure value={report.skipped} one="skipped" many="skipped" />
        </dl>
      )}
      {report.part !== undefined && <p class="note">{report.part}</p>}
      {sourcesLine(report) !== undefined && <p class="muted">{sourcesLine(report)}</p>}
      {drawnLine(report) !== undefined && <p class="muted">{drawnLine(report)}</p>}
      {groups.length === 0 ? (
        <p class="note">Nothing was skipped and nothing was changed.</p>
      ) : (
        <ul class="issue-groups">
          {groups.map((group, index) => (
            <Group key={index} group={group} names={report.names} open={groups.length <= 2} />
          ))}
        </ul>
      )}
      <div class="dialog-actions">
        <CopyButton report={report} intake={intake} />
        {rejected ? (
          <button type="button" class="primary" onClick={intake.chooseAgain}>
            Choose another file
          </button>
        ) : (
          <button type="button" class="primary" onClick={intake.close}>
            Close
          </button>
        )}
      </div>
    </Modal>
  )
}

const mostShown = 50

function Group({
  group,
  names,
  open,
}: {
  readonly group: IssueGroup
  readonly names: ImportReport['names']
  readonly open: boolean
}): JSX.Element {
  const { issues, advice, severity, differing } = group
  const message = capitalised(group.message)
  const [only] = issues
  const badge = severity === 'error' ? 'Error' : 'Note'
  if (issues.length === 1 && only !== undefined) {
    return (
      <li class={`issue is-${severity}`}>
        <p>
          <span class="badge">{badge}</span> {message}
        </p>
        <p class="muted">
          {[issuePlace(only, names), advice].filter((part) => part !== undefined).join(' · ')}
        </p>
      </li>
    )
  }
  return (
    <li class={`issue is-${severity}`}>
      <details open={open}>
        <summary>
          <span class="badge">{issues.length} ×</span> {message}
        </summary>
        {advice !== undefined && <p class="muted">{advice}</p>}
        <ul>
          {issues.slice(0, mostShown).map((issue, index) => (
            <li key={index}>
              <span class="muted">{issuePlace(issue, names)}</span> {differing[index]?.join(' · ')}
            </li>
          ))}
        </ul>
        {issues.length > mostShown && (
          <p class="muted">
            and {issues.length - mostShown} more, all of them in the text that you can copy
          </p>
        )}
      </details>
    </li>
  )
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function CopyButton({ report, intake }: Props): JSX.Element {
  const said = useSignal('Copy as text')
  return (
    <button
      type="button"
      aria-live="polite"
      onClick={() => {
        void intake.copy(reportText(report)).then((copied) => {
          said.value = copied ? 'Copied' : 'The clipboard is closed to this page'
        })
      }}
    >
      {said.value}
    </button>
  )
}
