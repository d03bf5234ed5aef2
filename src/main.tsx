import './app/freeze.ts'
import { render } from 'preact'
import { listenToArrivals } from './app/door.ts'
import { datasetAddress } from './app/dataset-address.ts'
import { loadDecoding } from './app/link.ts'
import { loadDataset } from './app/load.ts'
import { nextTask } from './app/next-task.ts'
import { createPage } from './app/page.ts'
import { createPassages, textsBeside } from './app/passages.ts'
import { createPreferences } from './app/preferences.ts'
import { readyScene } from './app/ready-scene.ts'
import { withOwnKinds } from './app/session.ts'
import { webglAvailable } from './scene/webgl-available.ts'
import { App } from './ui/app.tsx'
import { Failure } from './ui/failure.tsx'
import './ui/style.css'

const root = document.getElementById('app')
if (root === null) throw new Error('The page has no #app')

const preferences = createPreferences()
const address = datasetAddress(location.search)
const reading = loadDataset(address)
if (location.hash !== '') void loadDecoding()
await nextTask()
// The first WebGL context of a page takes long, and the scene's own are quick after it.
const canDraw = webglAvailable()
await nextTask()
const opening = canDraw ? readyScene(preferences.scheme.peek()) : undefined
const read = await reading
await nextTask()
if (read.ok) {
  const { knowledge, layout, tour: title } = read.content
  const beside = address.replace(/\.json$/, '')
  const { page, door } = createPage({
    home: {
      ...withOwnKinds(knowledge, layout),
      checked: true,
      passages: createPassages(textsBeside(beside)),
      ...(title === undefined ? {} : { tour: { title, address: `${beside}.tour.json` } }),
    },
    preferences,
    canDraw,
    draw: (desk, key) => render(<App key={key} desk={desk} />, root),
    loadIntake: async (all) => (await import('./ui/mount-intake.tsx')).mountIntake(all),
  })
  listenToArrivals(door)
  // Not awaited: parts that are loaded later wait for the end of this module.
  void page.open(location, opening)
} else {
  opening?.dispose()
  render(<Failure issues={read.issues} />, root)
}
