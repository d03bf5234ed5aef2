import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Desk } from '../app/desk.ts'
import { prepareExport } from '../app/export-choice.ts'
import { takesText } from '../app/field.ts'
import { loadDecoding } from '../app/link.ts'
import { hasPicture } from '../view/view.ts'
import type { Mode } from '../view/view.ts'
import { atFirstSign, keptSign } from './at-first-sign.ts'
import { GraphFrame } from './graph-frame.tsx'
import { Header } from './header.tsx'
import { Icon } from './icon.tsx'
import { lazily } from './lazily.tsx'
import { Legend } from './legend.tsx'
import { SidePanel } from './side-panel.tsx'
import { SkipLinks } from './skip-links.tsx'

const ContextMenu = lazily(async () => (await import('./context-menu.tsx')).ContextMenu)
const EntryMenus = lazily(async () => (await import('./entry-menus.ts')).EntryMenus)
const ExportDialog = lazily(async () => (await import('./export-dialog.tsx')).ExportDialog)
const CiteDialog = lazily(async () => (await import('./cite-dialog.tsx')).CiteDialog)
const SourcesView = lazily(async () => (await import('./sources-view.tsx')).SourcesView)
const PlacesView = lazily(async () => (await import('./places-view.tsx')).PlacesView)
const TableView = lazily(async () => (await import('./table-view.tsx')).TableView)
const ListView = lazily(async () => (await import('./list-view.tsx')).ListView)
const Timeline = lazily(async () => (await import('./timeline.tsx')).Timeline)
const PathDialog = lazily(async () => (await import('./path-dialog.tsx')).PathDialog)
const ConnectionDialog = lazily(
  async () => (await import('./connection-dialog.tsx')).ConnectionDialog,
)
const DraftDialog = lazily(async () => (await import('./draft-dialog.tsx')).DraftDialog)
const KeysDialog = lazily(async () => (await import('./keys-dialog.tsx')).KeysDialog)

/** The whole page around one open graph. */
export function App({ desk }: { readonly desk: Desk }): JSX.Element {
  const { session } = desk
  const mode = desk.shownAs.value
  const takeSign = useSignal<ReturnType<typeof keptSign> | undefined>(undefined)
  useEffect(() => {
    const take = keptSign()
    const stop = atFirstSign(() => {
      takeSign.value = take
      // The browser may soon go back.
      void loadDecoding()
    })
    return () => {
      stop()
      take()
    }
  }, [])
  return (
    <>
      <SkipLinks mode={mode} />
      <Header
        desk={desk}
        onReachExport={() => {
          ExportDialog.load()
          prepareExport(desk.exportChoice)
        }}
      />
      <Notices desk={desk} />
      <div class={desk.legendOpen.value ? 'workspace is-legend-open' : 'workspace'}>
        <aside
          class="legend-panel"
          aria-label="Legend and filter"
          onKeyDown={({ key, target, currentTarget }) => {
            // A wide window has room for it beside all else, and a field may have its own Esc.
            if (key !== 'Escape' || desk.preferences.isWide.peek() || takesText(target)) return
            desk.legendOpen.value = false
            currentTarget.querySelector('button')?.focus()
          }}
        >
          <button
            type="button"
            class="legend-toggle"
            aria-expanded={desk.legendOpen.value}
            onClick={desk.toggleLegend}
          >
            <Icon name="legend" />
            <span>Legend and filter</span>
          </button>
          <div class="legend-scroll" tabIndex={0} role="region" aria-label="Facets">
            <Legend session={session} />
          </div>
        </aside>
        <main tabIndex={-1}>
          {hasPicture(mode) && <GraphFrame desk={desk} />}
          {otherPart(desk, mode)}
          {desk.menu.value !== undefined && <ContextMenu desk={desk} />}
          {session.timeline.open.value && <Timeline session={session} />}
        </main>
        <SidePanel desk={desk} />
      </div>
      {takeSign.value !== undefined && <EntryMenus desk={desk} takeSign={takeSign.value} />}
      {desk.exportChoice.open.value && <ExportDialog desk={desk} />}
      {desk.draftOpen.value && <DraftDialog desk={desk} />}
      {desk.keysOpen.value && <KeysDialog desk={desk} />}
      {desk.citer.citable.value !== undefined && <CiteDialog desk={desk} />}
      {desk.connector.asking.value !== undefined && <ConnectionDialog desk={desk} />}
      {desk.pathfinder.asking.value !== undefined && <PathDialog desk={desk} />}
    </>
  )
}

/** What is shown instead of the picture, or beside it. */
function otherPart(desk: Desk, mode: Mode): JSX.Element | null {
  const { session } = desk
  if (mode === 'sources') return <SourcesView desk={desk} />
  if (mode === 'places') return <PlacesView desk={desk} />
  if (mode === 'table' || mode === 'beside') return <TableView desk={desk} />
  return mode === 'list' ? <ListView session={session} /> : null
}

function Notices({ desk }: { readonly desk: Desk }): JSX.Element {
  const { notices } = desk.session
  return (
    <div class="notices" role="status">
      {notices.value.length > 0 && (
        <div class="notice">
          <div>
            {notices.value.map((notice) =>
              typeof notice === 'string' ? (
                <p key={notice}>{notice}</p>
              ) : (
                <p key={notice.text}>
                  {notice.text}{' '}
                  <button type="button" class="text-button" onClick={notice.act}>
                    {notice.action}
                  </button>
                </p>
              ),
            )}
          </div>
          <button
            type="button"
            class="icon-button"
            aria-label="Dismiss"
            onClick={() => {
              notices.value = []
            }}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  )
}
