/** Lower case without accents: "Ālǐbābā" is "alibaba". */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}
