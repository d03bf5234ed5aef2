import { writeFile } from 'node:fs/promises'
import { worldMapText } from './world-map.ts'

/** `npm run world-map`: writes the land that the map draws. */
await writeFile(new URL('../public/world-map.json', import.meta.url), worldMapText())
