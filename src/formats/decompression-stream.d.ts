/**
 * Browsers, workers and Node all have DecompressionStream, but its type lives in the DOM library,
 * which the core compiles without.
 */
interface DecompressionStream {
  readonly writable: {
    getWriter(): { write(chunk: Uint8Array): Promise<void>; close(): Promise<void> }
  }
  readonly readable: {
    getReader(): {
      read(): Promise<{ done: false; value: Uint8Array } | { done: true; value: undefined }>
      cancel(): Promise<void>
    }
  }
}

declare var DecompressionStream: { new (format: 'gzip' | 'deflate-raw'): DecompressionStream }
