import type { EntityId, StatementId } from '../model/ids.ts'
import type { Point } from '../model/knowledge.ts'
import type { GoneSelection } from '../view/view.ts'

/** What a menu is open on, and where in the window, in CSS pixels. */
export interface MenuTarget {
  readonly about:
    | { readonly type: 'node'; readonly id: EntityId }
    | { readonly type: 'statement'; readonly id: StatementId }
    | GoneSelection
  readonly at: Point
  /** What has the focus again when the menu closes; the picture if undefined. */
  readonly from?: HTMLOrSVGElement & Element
}
