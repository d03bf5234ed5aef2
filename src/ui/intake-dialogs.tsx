import type { JSX } from 'preact'
import type { Purpose } from '../app/door.ts'
import type { IntakeDesk, Progress } from '../app/intake-desk.ts'
import { Begun } from './begun.tsx'
import { byteSize } from './byte-size.ts'
import { ChoosingDialog } from './choosing-dialog.tsx'
import { Modal } from './dialog.tsx'
import { Icon } from './icon.tsx'
import { MappingDialog } from './mapping-dialog.tsx'
import { TooLargeDialog } from './too-large-dialog.tsx'
import { ReportDialog } from './report-dialog.tsx'

interface Props {
  readonly intake: IntakeDesk
}

/** Whatever the intake has to show or to ask. */
export function IntakeDialogs({ intake }: Props): JSX.Element {
  return (
    <>
      <CurrentDialog intake={intake} />
      {intake.over.value && (
        <div class="drop-overlay" role="status">
          <p>
            <Icon name="open" />
            Drop to open
          </p>
        </div>
      )}
    </>
  )
}

function CurrentDialog({ intake }: Props): JSX.Element | null {
  const stage = intake.stage.value
  switch (stage.type) {
    case 'nothing':
      return <Begun intake={intake} />
    case 'choosing':
      return <ChoosingDialog intake={intake} purpose={stage.purpose} />
    case 'asking':
      return <AskingDialog {...stage} intake={intake} />
    case 'reading':
      return <ReadingDialog name={stage.name} intake={intake} />
    case 'mapping':
      return <MappingDialog key={stage} {...{ stage, intake }} />
    case 'too-large':
      return <TooLargeDialog key={stage} graph={stage.graph} intake={intake} />
    case 'rejected':
    case 'report':
      return <ReportDialog key={stage.type} report={stage.report} intake={intake} />
  }
}

interface AskingProps extends Props {
  readonly text: string
  readonly url: URL | undefined
  readonly purpose: Purpose
}

/** A link never opens anything unseen. */
function AskingDialog({ text, url, purpose, intake }: AskingProps): JSX.Element {
  const here = url?.host === location.host
  const compares = purpose === 'compare'
  return (
    <Modal
      title={compares ? 'Compare with the file of this link?' : 'Open the file of this link?'}
      onClose={intake.close}
    >
      <p>
        {url === undefined
          ? 'The link that you followed names an address that is none of the web:'
          : `The link that you followed asks Orrery to fetch this file and to ${compares ? 'lay it beside the graph' : 'show it'}:`}
      </p>
      <p class="address">{url?.href ?? text}</p>
      {url !== undefined && (
        <p class="muted">
          {here
            ? 'It lies on this site.'
            : `It lies on another site, ${url.host}, which will see that you fetched it.`}
        </p>
      )}
      <div class="dialog-actions">
        <button type="button" onClick={intake.close}>
          {url === undefined ? 'Close' : compares ? 'Do not compare' : 'Do not open'}
        </button>
        {url !== undefined && (
          <button type="button" class="primary" onClick={() => intake.openAddress(url)}>
            {compares ? 'Compare' : 'Open'}
          </button>
        )}
      </div>
      <Begun intake={intake} />
    </Modal>
  )
}

function ReadingDialog({ name, intake }: Props & { readonly name: string }): JSX.Element {
  const progress = intake.progress.value
  const share = progress?.total === undefined ? undefined : progress.done / progress.total
  return (
    <Modal title={`Opening ${name}`} onClose={intake.close}>
      <p class="muted" id="reading-phase" role="status">
        {phaseText(progress)}
      </p>
      <progress
        aria-labelledby="reading-phase"
        {...(share === undefined || Number.isNaN(share) ? {} : { value: share })}
      />
      <div class="dialog-actions">
        <button type="button" onClick={intake.close}>
          Cancel
        </button>
      </div>
    </Modal>
  )
}

function phaseText(progress: Progress | undefined): string {
  switch (progress?.phase) {
    case undefined:
      return 'Starting…'
    case 'loading':
      return progress.total === undefined
        ? `Loading: ${byteSize(progress.done)}`
        : `Loading: ${byteSize(progress.done)} of ${byteSize(progress.total)}`
    case 'reading':
      return 'Reading…'
    case 'laying-out':
      return 'Laying out the nodes…'
    case 'handing-over':
      return 'Taking over the graph…'
    case 'drawing':
      return 'Drawing…'
  }
}
