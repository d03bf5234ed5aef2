const space = '[ \\t\\r\\n]'
const form = new RegExp(
  `^<\\?xml${attribute('version', '1\\.\\d+')}` +
    `(?:${attribute('encoding', '[A-Za-z][\\w.-]*')})?` +
    `(?:${attribute('standalone', '(?:yes|no)')})?${space}*\\?>$`,
)

/** True where `text` is a whole XML declaration; any 1.x is read by the rules of 1.0. */
export function isXmlDeclaration(text: string): boolean {
  return form.test(text)
}

function attribute(name: string, value: string): string {
  return `${space}+${name}${space}*=${space}*(?:"${value}"|'${value}')`
}
