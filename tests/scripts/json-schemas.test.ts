import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { schemaTexts } from '../../scripts/json-schemas.ts'

test('the published JSON Schemas are those of the dataset reader (else: npm run schemas)', () => {
  const published = [...schemaTexts().keys()].map((name) => [
    name,
    readFileSync(new URL(`../../public/schema/${name}`, import.meta.url), 'utf8'),
  ])
  expect(published).toEqual([...schemaTexts()])
})
