import type { ComponentChildren, JSX } from 'preact'
import type { Desk } from '../app/desk.ts'
import { layoutOffers, layoutWords } from '../app/layout-offers.ts'
import { sameLayout } from '../view/same-view.ts'
import type { LayoutChoice } from '../view/view.ts'
import './layout-menu.css'

/** The ways to lay out the graph, each taken at once; it stays open, so that they can be compared. */
export function LayoutMenu({ desk }: { readonly desk: Desk }): JSX.Element {
  const { session, layouting } = desk
  const { arrangement, choices } = session
  const { layout } = choices.value
  const { centre, relations } = layoutOffers(session)
  const along = layout.by === 'hierarchy' ? layout : undefined
  return (
    <div class="layout-menu" role="group" aria-label="Layouts" tabIndex={-1}>
      <Offer desk={desk} layout={{ by: 'force' }}>
        Force
      </Offer>
      <Offer desk={desk} layout={{ by: 'kind' }}>
        By kind
      </Offer>
      {centre !== undefined && (
        <Offer desk={desk} layout={{ by: 'radial', centre: centre.id }}>
          Around {centre.name}
        </Offer>
      )}
      {relations.length > 0 && (
        <div class={along === undefined ? 'layout-along' : 'layout-along is-chosen'}>
          <label>
            Along
            <select
              value={along?.predicate ?? ''}
              onChange={({ currentTarget: { value } }) => {
                const chosen = relations.find(({ id }) => id === value)
                if (chosen === undefined) return
                const turned = along?.turned === true
                layouting.take({ by: 'hierarchy', predicate: chosen.id, turned })
              }}
            >
              {along === undefined && <option value="">a relation …</option>}
              {relations.map(({ id, label, count }) => (
                <option key={id} value={id}>
                  {label} ({count})
                </option>
              ))}
            </select>
          </label>
          {along !== undefined && (
            <button
              type="button"
              aria-pressed={along.turned}
              onClick={() => layouting.take({ ...along, turned: !along.turned })}
            >
              Turn over
            </button>
          )}
        </div>
      )}
      <p class="layout-words" role="status">
        {layoutWords(session)}
      </p>
      {arrangement.running.value ? (
        <div class="layout-progress">
          <progress aria-label="Laying out" />
          <button type="button" onClick={layouting.stop}>
            Cancel
          </button>
        </div>
      ) : (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            layouting.open.value = false
            layouting.start()
          }}
        >
          Let forces move the nodes from here
        </button>
      )}
    </div>
  )
}

interface OfferProps {
  readonly desk: Desk
  readonly layout: LayoutChoice
  readonly children: ComponentChildren
}

function Offer({ desk, layout, children }: OfferProps): JSX.Element {
  return (
    <button
      type="button"
      class="layout-offer"
      aria-pressed={sameLayout(layout, desk.session.choices.value.layout)}
      onClick={() => desk.layouting.take(layout)}
    >
      {children}
    </button>
  )
}
