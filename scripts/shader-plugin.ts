import type { Plugin } from 'vite'

/** Ships the texts of shaders, which are templates marked as GLSL, without what is for people. */
export function shaders(): Plugin {
  return {
    name: 'orrery-shaders',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\.ts$/, code: '/* glsl */' },
      handler: (code) => ({
        code: code.replaceAll(/\/\* glsl \*\/ `[^`]*`/g, terse),
        map: null,
      }),
    },
  }
}

/** Without comments, indentation, empty lines and most spaces; lines stay, for directives need them. */
function terse(shader: string): string {
  return shader
    .replaceAll(/\/\/.*$/gm, '')
    .replaceAll(/\n\s*/g, '\n')
    .replaceAll(/ ?([=+*(){},;<>?:]) ?/g, '$1')
}
