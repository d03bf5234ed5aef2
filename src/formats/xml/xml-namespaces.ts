import type { XmlTag } from './xml-tag.ts'

const xml = 'http://www.w3.org/XML/1998/namespace'
const xmlns = 'http://www.w3.org/2000/xmlns/'

/** What a prefix stood for before the element at some depth bound it anew. */
interface Binding {
  readonly depth: number
  readonly prefix: string
  readonly before: string | undefined
}

interface Resolved {
  readonly local: string
  readonly namespace: string
}

/** The prefixes in force, by the rules of Namespaces in XML 1.0. */
export class XmlNamespaces {
  readonly #uris = new Map<string, string>([
    ['', ''],
    ['xml', xml],
    ['xmlns', xmlns],
  ])
  readonly #bindings: Binding[] = []
  /** Names already looked up, until a prefix changes its meaning. */
  readonly #resolved = new Map<string, Resolved>()
  readonly #fail: (message: string) => never

  constructor(fail: (message: string) => never) {
    this.#fail = fail
  }

  /** Takes in the declarations of the tag at `depth` and fills in what it is called. */
  enter(tag: XmlTag, name: string, depth: number): void {
    const prefixed = tag.isQualified && this.#declare(tag, depth)
    const { local, namespace } = this.#resolved.get(name) ?? this.#resolve(name)
    tag.local = local
    tag.namespace = namespace
    if (prefixed) this.#checkAttributes(tag)
  }

  /** Undoes what the element at `depth` declared. */
  leave(depth: number): void {
    for (
      let last = this.#bindings.at(-1);
      last !== undefined && last.depth === depth;
      last = this.#bindings.at(-1)
    ) {
      if (last.before === undefined) this.#uris.delete(last.prefix)
      else this.#uris.set(last.prefix, last.before)
      this.#bindings.pop()
      this.#resolved.clear()
    }
  }

  /** True where some attribute has a prefix. */
  #declare(tag: XmlTag, depth: number): boolean {
    let prefixed = false
    for (let index = 0; index < tag.count; index++) {
      const name = tag.names[index] ?? ''
      if (name === 'xmlns') this.#bind('', tag.values[index] ?? '', depth)
      else if (name.includes(':')) {
        prefixed = true
        const { prefix, local } = this.#split(name)
        if (prefix === 'xmlns') this.#bind(local, tag.values[index] ?? '', depth)
      }
    }
    return prefixed
  }

  #bind(prefix: string, value: string, depth: number): void {
    const uri = value.trim()
    if (prefix !== '' && uri === '') this.#fail('invalid attempt to undefine a prefix')
    if (prefix === 'xml' && uri !== xml) this.#fail(`xml prefix must be bound to ${xml}`)
    if (prefix === 'xmlns' || uri === xmlns) {
      this.#fail(`the namespace ${xmlns} and its prefix cannot be declared`)
    }
    if (uri === xml && prefix !== 'xml') this.#fail('the xml namespace has no other prefix')
    this.#bindings.push({ depth, prefix, before: this.#uris.get(prefix) })
    this.#uris.set(prefix, uri)
    this.#resolved.clear()
  }

  #resolve(name: string): Resolved {
    const { prefix, local } = this.#split(name)
    if (prefix === 'xmlns') this.#fail('tags may not have "xmlns" as prefix')
    const resolved = { local, namespace: this.#uriOf(prefix) }
    if (this.#resolved.size < mostNames) this.#resolved.set(name, resolved)
    return resolved
  }

  #uriOf(prefix: string): string {
    return (
      this.#uris.get(prefix) ?? this.#fail(`unbound namespace prefix: ${JSON.stringify(prefix)}`)
    )
  }

  #split(name: string): { readonly prefix: string; readonly local: string } {
    const colon = name.indexOf(':')
    if (colon === -1) return { prefix: '', local: name }
    const [prefix, local] = [name.slice(0, colon), name.slice(colon + 1)]
    if (prefix === '' || local === '' || local.includes(':')) this.#fail(`malformed name: ${name}`)
    return { prefix, local }
  }

  /** Two prefixes may stand for one namespace, so that two names are one. */
  #checkAttributes(tag: XmlTag): void {
    const seen = new Set<string>()
    for (let index = 0; index < tag.count; index++) {
      const { prefix, local } = this.#split(tag.names[index] ?? '')
      if (prefix === '') continue
      const expanded = `{${this.#uriOf(prefix)}}${local}`
      if (seen.has(expanded)) this.#fail(`duplicate attribute: ${expanded}`)
      seen.add(expanded)
    }
  }
}

const mostNames = 1000
