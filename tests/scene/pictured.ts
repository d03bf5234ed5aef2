import type { PictureEdge, PictureNode } from '../../src/display/picture.ts'
import type { EntityId, StatementId } from '../../src/model/ids.ts'
import type { SceneEdges } from '../../src/scene/scene-edges.ts'

/** A plain node of a picture, named by its id. */
export function pictureNode(id: string, x = 0, y = 0): PictureNode {
  return {
    id: id as EntityId,
    x,
    y,
    size: 8,
    colour: '#123456',
    shape: 'circle',
    label: id,
    disputed: false,
  }
}

/** A plain edge of a picture, with some of it said otherwise. */
export function pictureEdge(
  id: string,
  source: string,
  target: string,
  otherwise: Partial<PictureEdge> = {},
): PictureEdge {
  return {
    id: id as StatementId,
    source: source as EntityId,
    target: target as EntityId,
    label: 'to',
    colour: '#808080',
    width: 1,
    bend: 0,
    arrow: 'target',
    line: 'plain',
    ...otherwise,
  }
}

/** All of a scene's edges, by place. */
export function picturesOf(edges: SceneEdges): readonly PictureEdge[] {
  return Array.from({ length: edges.count }, (_, place) => edges.at(place))
}
