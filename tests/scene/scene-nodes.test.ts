import { MultiDirectedGraph } from 'graphology'
import { validateGraph } from 'sigma/utils'
import { describe, expect, test } from 'vitest'
import { SceneNodes } from '../../src/scene/scene-nodes.ts'
import type { SceneNode } from '../../src/scene/scene-nodes.ts'
import { pictureNode } from './pictured.ts'

function sceneNode(rank: number): SceneNode {
  const picture = pictureNode(`n${rank}`, rank, -rank)
  const { x, y, size, label, colour } = picture
  return { x, y, size, label, color: colour, type: 'node', rank, picture }
}

/** Five nodes whose keys are not their ranks. */
function fiveNodes(): SceneNodes {
  const nodes = new SceneNodes()
  ;['7', '2', '9', '0', '4'].forEach((key, rank) => nodes.add(key, sceneNode(rank)))
  return nodes
}

describe('the nodes of a scene', () => {
  test('answer as a graph of graphology without edges does', () => {
    const ours = fiveNodes()
    const theirs = new MultiDirectedGraph()
    ours.forEachNode((key, node) => theirs.addNode(key, node))
    expect([ours.order, ours.size]).toEqual([theirs.order, theirs.size])
    expect(ours.nodes()).toEqual(theirs.nodes())
    expect(ours.edges()).toEqual(theirs.edges())
    for (const key of ['0', '1', '2', '3']) expect(ours.hasNode(key)).toBe(theirs.hasNode(key))
    expect(ours.getNodeAttributes('9')).toEqual(theirs.getNodeAttributes('9'))
  })

  test('are found by key and by rank', () => {
    const nodes = fiveNodes()
    expect(nodes.keyAt(2)).toBe('9')
    expect(nodes.at(2)).toBe(nodes.getNodeAttributes('9'))
  })

  test('are a graph to sigma, which hears of no change', () => {
    const nodes = fiveNodes()
    expect(() => validateGraph(nodes.forSigma())).not.toThrow()
    expect(nodes.on().removeListener()).toBe(nodes)
    expect(() => nodes.dropNode()).toThrow('replaced and never changed')
  })

  test('throw at a stranger', () => {
    expect(() => fiveNodes().getNodeAttributes('1')).toThrow('nothing with the key 1')
    expect(() => fiveNodes().at(5)).toThrow('nothing with the key of rank 5')
  })
})
