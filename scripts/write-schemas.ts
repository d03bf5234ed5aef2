import { mkdir, writeFile } from 'node:fs/promises'
import { schemaTexts } from './json-schemas.ts'

/** `npm run schemas`: writes the JSON Schemas that editors check a dataset's files with. */
const folder = new URL('../public/schema/', import.meta.url)
await mkdir(folder, { recursive: true })
for (const [name, text] of schemaTexts()) await writeFile(new URL(name, folder), text)
