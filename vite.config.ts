import { defineConfig } from 'vite'
import { ahead } from './scripts/ahead-plugin.ts'
import { datasets } from './scripts/dataset-plugin.ts'
import { firstChunk } from './scripts/first-chunk.ts'
import { security } from './scripts/security-plugin.ts'
import { shaders } from './scripts/shader-plugin.ts'
import { sigmaWithoutPrograms } from './scripts/sigma-plugin.ts'

export default defineConfig({
  // Relative addresses let the built site live in any folder of any host.
  base: './',
  appType: 'mpa',
  plugins: [ahead(), datasets(), security(), shaders(), sigmaWithoutPrograms()],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Compiling the dataset is most of the build, and meant to be.
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { codeSplitting: { groups: [{ name: firstChunk }] } },
    },
  },
  worker: { format: 'es' },
  preview: { port: 4173 },
})
