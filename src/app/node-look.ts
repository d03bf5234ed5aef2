import { kindLook } from '../display/appearance.ts'
import type { KindLook } from '../display/appearance.ts'
import { pictureThemes } from '../display/palette.ts'
import type { Scheme } from '../display/palette.ts'
import type { EntityId, KindId } from '../model/ids.ts'
import type { Session } from './session.ts'

/** How a node looks wherever it is named: as the picture draws it. */
export function nodeLook(
  { knowledge, scheme, structure }: Session,
  node: { readonly id: EntityId; readonly kind?: KindId | undefined },
): KindLook {
  const look = kindLook(knowledge, node.kind, scheme.value)
  const colour = structure.colourOf.value?.(node.id, scheme.value)
  return colour === undefined ? look : { ...look, colour }
}

/** How a legend shows a kind: by its shape alone where the colours tell something else. */
export function legendLook(
  { knowledge, scheme, structure }: Session,
  kind: KindId,
  of: Scheme = scheme.value,
): KindLook {
  const look = kindLook(knowledge, kind, of)
  if (structure.colourOf.value === undefined) return look
  return { ...look, colour: pictureThemes[of].label }
}
