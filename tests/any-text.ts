import fc from 'fast-check'

/** Any code points at all, lone surrogates and control characters included, often plain letters. */
export const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'abz019 ,:@&=%#/<>"\'-_.'),
    fc.constantFrom('é', '通', '义', '😀', '\u0000', '\u0007', '\uFFFE', '\u202E', 'ش'),
    fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
  ),
  maxLength: 16,
})
