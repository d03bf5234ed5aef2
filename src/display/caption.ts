import type { Knowledge } from '../model/knowledge.ts'

/** What stands under a picture that leaves the app: sources, dataset, version, licence. */
export function captionOf(knowledge: Knowledge): string {
  const { title, version, licence } = knowledge.dataset
  const sources = [...knowledge.sources.values()].map((source) => {
    const details = [source.author, source.publisher, source.published].filter(
      (part) => part !== undefined,
    )
    return details.length === 0 ? source.title : `${source.title} (${details.join(', ')})`
  })
  const parts = [
    sources.length === 0 ? undefined : `Source: ${sources.join('; ')}`,
    `${title}${version === undefined ? '' : `, version ${version}`}`,
    licence,
    'Drawn with Orrery',
  ]
  return `${parts.filter((part) => part !== undefined).join('. ')}.`
}
