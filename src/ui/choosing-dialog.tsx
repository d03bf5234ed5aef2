import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { webAddress } from '../app/fetch-file.ts'
import type { Purpose } from '../app/door.ts'
import type { IntakeDesk } from '../app/intake-desk.ts'
import { Begun } from './begun.tsx'
import { byteSize } from './byte-size.ts'
import { Modal } from './dialog.tsx'
import { Icon } from './icon.tsx'

interface Props {
  readonly intake: IntakeDesk
}

/** Every way to bring a graph of one's own. */
export function ChoosingDialog({
  intake,
  purpose,
}: Props & { readonly purpose: Purpose }): JSX.Element {
  return (
    <Modal
      title={purpose === 'open' ? 'Open a graph of your own' : 'Compare with another version'}
      onClose={intake.close}
    >
      {purpose === 'compare' && (
        <p class="muted">
          Choose the older version. The graph that is open stays, and what was added, removed and
          changed since is marked in it.
        </p>
      )}
      <label class="drop-zone">
        <input
          type="file"
          multiple
          // What a reader tries first is here; showModal would give the Close button the focus.
          autofocus
          onChange={({ currentTarget }) => intake.take([...(currentTarget.files ?? [])])}
        />
        <Icon name="open" />
        <span>
          <strong>Choose a file</strong>, drop it anywhere, or paste a table with Ctrl V
        </span>
        <span class="muted">
          GEXF, GraphML, JSON, CSV and TSV, Turtle and other RDF, gzip of any of them, and dataset
          folders as ZIP. Tables of nodes and of edges may come together.
        </span>
      </label>
      <AddressForm intake={intake} />
      {purpose === 'open' && <OfTheSite intake={intake} />}
      <Recent intake={intake} />
      <p class="muted small">
        Files are read in this browser and sent nowhere; the last five are kept here until you
        forget them.
      </p>
      <Begun intake={intake} />
    </Modal>
  )
}

function AddressForm({ intake }: Props): JSX.Element {
  const complaint = useSignal('')
  return (
    <form
      class="address-form"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget).get('address')
        const url = webAddress(typeof typed === 'string' ? typed : '')
        if (url === undefined)
          complaint.value = 'This is no address that begins with http or https.'
        else intake.openAddress(url)
      }}
    >
      <div>
        <input
          id="intake-address"
          class="field"
          aria-label="Address of a file"
          name="address"
          type="text"
          inputMode="url"
          autocomplete="off"
          required
          placeholder="Address of a file: https://…"
          aria-describedby="intake-address-complaint"
        />
        <button type="submit">Open</button>
      </div>
      <p id="intake-address-complaint" class="complaint" role="alert">
        {complaint.value}
      </p>
    </form>
  )
}

function OfTheSite({ intake }: Props): JSX.Element | null {
  const graphs = intake.siteGraphs.value
  if (graphs.length === 0) return null
  return (
    <section class="recent" aria-labelledby="site-graphs-title">
      <h3 id="site-graphs-title">Graphs of this site</h3>
      <ul>
        {graphs.map(({ name, title }) => (
          <li key={name}>
            <a class="recent-file" href={`?dataset=${encodeURIComponent(name)}`}>
              <span class="recent-name">{title}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Recent({ intake }: Props): JSX.Element | null {
  const files = intake.recent.value
  if (files.length === 0) return null
  return (
    <section class="recent" aria-labelledby="recent-title">
      <h3 id="recent-title">Opened before</h3>
      <ul>
        {files.map(({ name, summary, size, openedAt }) => (
          <li key={name}>
            <button type="button" class="recent-file" onClick={() => void intake.reopen(name)}>
              <span class="recent-name">{name}</span>
              <span class="muted">
                {summary} · {byteSize(size)} · {dayText(openedAt)}
              </span>
            </button>
            <button
              type="button"
              class="icon-button quiet"
              aria-label={`Forget ${name}`}
              title="Forget"
              onClick={() => void intake.forget(name)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {files.length > 1 && (
        <button type="button" class="text-button" onClick={() => void intake.forgetAll()}>
          Forget all
        </button>
      )}
    </section>
  )
}

function dayText(time: number): string {
  return new Date(time).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
}
