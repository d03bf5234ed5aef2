import { toJsonSchema } from '@valibot/to-json-schema'
import { datasetFile, entitiesFile, sourcesFile, tourFile } from '../src/formats/dataset/schema.ts'

const files = [
  ['dataset', 'dataset.yaml of an Orrery dataset', datasetFile],
  ['sources', 'sources.yaml of an Orrery dataset', sourcesFile],
  ['entities', 'A file in entities/ of an Orrery dataset', entitiesFile],
  ['tour', 'tour.yaml of an Orrery dataset', tourFile],
] as const

/** The JSON Schema of each kind of file in a dataset's folder, by file name. */
export function schemaTexts(): ReadonlyMap<string, string> {
  return new Map(
    files.map(([name, title, schema]) => {
      const { $schema, ...rest } = toJsonSchema(schema, { typeMode: 'input' })
      return [
        `${name}.schema.json`,
        `${JSON.stringify({ $schema, title, ...rest }, undefined, 2)}\n`,
      ]
    }),
  )
}
