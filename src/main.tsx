import './app/freeze.ts'
import { render } from 'preact'
import { createDesk } from './app/desk.ts'
import { followLink } from './app/link.ts'
import { datasetAddress, loadDataset } from './app/load.ts'
import { preparePrinting } from './app/printing.ts'
import { nextTask } from './app/next-task.ts'
import { readyScene } from './app/ready-scene.ts'
import { createPreferences } from './app/preferences.ts'
import { createSession } from './app/session.ts'
import { listenToShortcuts } from './app/shortcuts.ts'
import { webglAvailable } from './scene/webgl-available.ts'
import { App } from './ui/app.tsx'
import { Failure } from './ui/failure.tsx'
import { decodeView } from './view/url.ts'
import './ui/style.css'

const root = document.getElementById('app')
if (root === null) throw new Error('The page has no #app')

const preferences = createPreferences()
const reading = loadDataset(datasetAddress(location.search))
await nextTask()
// The first WebGL context of a page takes long, and the scene's own are quick after it.
const canDraw = webglAvailable()
await nextTask()
const opening = canDraw ? readyScene(preferences.scheme.peek()) : undefined
const read = await reading
await nextTask()
if (read.ok) {
  const { knowledge, layout } = read.content
  const { view, notes } = decodeView(location.hash, knowledge)
  const session = createSession(knowledge, layout, view, preferences.scheme)
  session.notices.value = notes
  // What the picture is made of, ahead of drawing it.
  session.picture.peek()
  await nextTask()
  const desk = createDesk(session, preferences, opening)
  document.title = `${knowledge.dataset.title} · Orrery`
  followLink(session)
  listenToShortcuts(desk)
  preparePrinting(session)
  await nextTask()
  render(<App desk={desk} />, root)
} else {
  opening?.scene.dispose()
  opening?.element.remove()
  render(<Failure issues={read.issues} />, root)
}
