import type { Plugin } from 'vite'

const shared = /\/sigma\/dist\/index-[\da-f]+\.esm\.js$/
const settings = /\/sigma\/settings\/dist\/sigma-settings\.esm\.js$/
const programs = /import \{([^}]+)\} from '\.\.\/\.\.\/dist\/index-[\da-f]+\.esm\.js';/
/** What all of sigma shares begins with two helpers of its compiler, and goes on with programs. */
const helpers = /^[\s\S]*?function _objectSpread2\([\s\S]*?\n\}\n/
const colours = /\/sigma\/dist\/colors-[\da-f]+\.esm\.js$/
/** The colours that have names in HTML. */
const named = /var HTML_COLORS = \{[^}]*\};/
const exported = /\b_objectSpread2 as (\w+), _defineProperty as (\w+)/

/**
 * Leaves out the programs with which sigma would paint, what they are made of, and the names of
 * colours: the scene gives it other programs (`src/scene/renderer.ts`) and no colour at all, but its
 * settings name them, so that a bundler keeps them.
 */
export function sigmaWithoutPrograms(): Plugin {
  return {
    name: 'orrery-sigma-without-programs',
    apply: 'build',
    transform: {
      filter: { id: [shared, settings, colours] },
      handler(code, id) {
        if (colours.test(id)) {
          if (!named.test(code)) this.error('sigma no longer keeps the names of colours there')
          return { code: code.replace(named, 'var HTML_COLORS = {};'), map: null }
        }
        if (settings.test(id)) {
          if (!programs.test(code)) this.error('the settings of sigma no longer import programs')
          return {
            code: code.replace(programs, (_, names: string) => undefinedOf(names)),
            map: null,
          }
        }
        const [kept] = helpers.exec(code) ?? []
        const [names] = exported.exec(code) ?? []
        if (kept === undefined || names === undefined)
          return this.error('what sigma shares no longer begins with the helpers of its compiler')
        return { code: `${kept}export { ${names} };\n`, map: null }
      },
    },
  }
}

/** "d as drawLabel, N as Circle" as variables that hold nothing. */
function undefinedOf(names: string): string {
  const local = names.split(',').map((name) => name.split(' as ').at(-1)?.trim() ?? '')
  return `var ${local.join(', ')};`
}
