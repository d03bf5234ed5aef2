import type { Plugin } from 'vite'

const sigma = /\/sigma\/(?:settings\/)?dist\/(?:sigma-settings|index-[\da-f]+)\.esm\.js$/
const settings = /\/sigma\/settings\/dist\/sigma-settings\.esm\.js$/
const programs = /import \{([^}]+)\} from '\.\.\/\.\.\/dist\/index-[\da-f]+\.esm\.js';/

/**
 * Leaves out the programs with which sigma would paint: the scene gives it others in their place
 * (`src/scene/renderer.ts`), but its settings name them, so that a bundler keeps them.
 */
export function sigmaWithoutPrograms(): Plugin {
  return {
    name: 'orrery-sigma-without-programs',
    apply: 'build',
    transform: {
      filter: { id: sigma },
      handler(code, id) {
        // Made whether anybody wants them or not, unless their making is marked as harmless.
        if (!settings.test(id))
          return {
            code: code.replaceAll(/= (create\w+Program\()/g, '= /*#__PURE__*/ $1'),
            map: null,
          }
        if (!programs.test(code)) this.error('the settings of sigma no longer import its programs')
        return { code: code.replace(programs, (_, names: string) => undefinedOf(names)), map: null }
      },
    },
  }
}

/** "d as drawLabel, N as Circle" as variables that hold nothing. */
function undefinedOf(names: string): string {
  const local = names.split(',').map((name) => name.split(' as ').at(-1)?.trim() ?? '')
  return `var ${local.join(', ')};`
}
