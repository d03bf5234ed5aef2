import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { beginLinkedTour, tourLink } from '../../src/app/linked-tour.ts'
import type { Desk } from '../../src/app/desk.ts'
import { createSession, withOwnKinds } from '../../src/app/session.ts'
import type { Touring } from '../../src/app/touring.ts'
import { startTour } from '../../src/app/tour.ts'
import { emptyNotebook } from '../../src/model/notebook.ts'
import { firstView, selectionOf } from '../../src/view/view.ts'
import { sevenNodes, sevenPlaces } from '../seven-nodes.ts'

const stops = [
  { title: 'Qwen', text: '', view: 'node=qwen' },
  { title: 'The laboratory', text: '', view: 'node=lab' },
]

/** A file with a tour, with what the beginning of one needs of a desk. */
function deskOf(): Pick<Desk, 'session' | 'touring'> {
  const notebook = { ...emptyNotebook, stops }
  const graph = { ...withOwnKinds(sevenNodes(), sevenPlaces), notebook }
  return {
    session: createSession(graph, { ...firstView, notebook }, signal('light')),
    touring: signal<Touring | undefined>(undefined),
  }
}

test('a link begins the tour of a file at its stop, and says so where that is not there', async () => {
  const desk = deskOf()
  await beginLinkedTour(desk, 1)
  expect([desk.touring.value?.at, selectionOf(desk.session.view.value)]).toEqual([
    1,
    { type: 'node', id: 'lab' },
  ])
  const other = deskOf()
  await beginLinkedTour(other, 2)
  expect([other.touring.value, other.session.notices.value]).toEqual([
    undefined,
    ['The link begins a tour at a stop that is not there.'],
  ])
})

test('a tour has a link only where the same tour comes with it', () => {
  const desk = deskOf()
  startTour(desk, 'Your tour', stops, 1)
  const touring = desk.touring.value
  if (touring === undefined) throw new Error('no tour')
  const byAddress = new URL('https://example.org/?url=seven.json#v=1&node=lab')
  expect([
    tourLink(desk, touring, byAddress),
    tourLink(desk, touring, new URL('https://example.org/#v=1')),
    tourLink(desk, { ...touring, stops: [...stops] }, byAddress),
  ]).toEqual([
    'https://example.org/?url=seven.json#v=1&dataset=seven@1.2.3&tour=2',
    undefined,
    undefined,
  ])
})
