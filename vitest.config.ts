import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/journeys/**'],
          testTimeout: 30_000,
          // The core keeps no state between calls, so files may share the modules they import.
          isolate: false,
          // What sessions load late: a file that ends meanwhile would leave it half loaded for all.
          setupFiles: 'tests/late-modules.ts',
          // Else one core of two would stay idle, left to a person who waits for the result.
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: 'tests/journeys/serve.ts',
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // A busy machine lets a page wait for longer than the second that is usual.
          expect: { poll: { timeout: 20_000 } },
          // Pages draw without a GPU: more than two at a time only make each other late.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          // A process that goes from file to file keeps its browser open.
          isolate: false,
        },
      },
    ],
  },
})
