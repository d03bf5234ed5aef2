/**
 * Browsers, workers and Node all have TextDecoder, but its type lives in the DOM library, which
 * the core compiles without.
 */
interface TextDecoder {
  decode(input?: Uint8Array, options?: { stream?: boolean }): string
}

declare var TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder
}
