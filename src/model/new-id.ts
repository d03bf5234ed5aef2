/** A readable id made of a name, which `taken` does not know yet: "Élan vital" gives "elan-vital". */
export function newId(name: string, taken: (id: string) => boolean, fallback = 'entity'): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const base = plain === '' ? fallback : plain
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken(id)) return id
  }
}
