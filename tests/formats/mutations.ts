import fc from 'fast-check'

type Change = (bytes: Uint8Array, at: number, byte: number) => Uint8Array

const changes: readonly Change[] = [
  // Another byte.
  (bytes, at, byte) => bytes.with(at, byte),
  // A byte less, a byte more, the rest lost.
  (bytes, at) => joined(bytes.subarray(0, at), bytes.subarray(at + 1)),
  (bytes, at, byte) => joined(bytes.subarray(0, at), Uint8Array.of(byte), bytes.subarray(at)),
  (bytes, at) => bytes.subarray(0, at),
  // A stretch twice, and one lost.
  (bytes, at, byte) => joined(bytes.subarray(0, at + byte), bytes.subarray(at)),
  (bytes, at, byte) => joined(bytes.subarray(0, at), bytes.subarray(at + byte)),
]

/** Files that were valid before a few of their bytes were changed, lost, added or doubled. */
export function mutants(valid: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const change = fc.record({
    kind: fc.constantFrom(...changes),
    share: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    byte: fc.integer({ min: 0, max: 255 }),
  })
  return fc
    .tuple(valid, fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([bytes, list]) =>
      list.reduce(
        (now, { kind, share, byte }) =>
          now.length === 0 ? now : kind(now, Math.floor(share * now.length), byte),
        bytes,
      ),
    )
}

/** How many mutants a law tries: few in a test run, as many as one likes on demand. */
export const mutantRuns = Number(process.env['ORRERY_FUZZ'] ?? 300)

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
