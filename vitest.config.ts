import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const outside = ['**/node_modules/**', '**/data/**', '**/dist/**']

/** `main`: everything beside the code, on a real PostgreSQL. `e2e`: journeys in a real browser, one at a time. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'main',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...outside, 'e2e/**'],
          globalSetup: ['platform/testing/globalSetup.ts'],
          env: { TZ: 'UTC' },
          // Generous: a limit is there to end what hangs, not to fail a slow machine.
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A worker waits for its database half of the time: one for each core, also where there are only two.
          maxWorkers: Math.max(2, availableParallelism() - 1),
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude: outside,
          globalSetup: ['platform/testing/globalSetup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
})
