import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', 'web/dist/**', '.data/**', '.cache/**']

export default defineConfig({
  test: {
    globalSetup: 'test/setup.ts',
    pool: 'forks',
    maxWorkers: 2, // one waits for its database while the other reckons, also on two cores
    hookTimeout: 60_000,
    // An import that steps back would wait for all the other tests.
    env: { TZ: 'America/New_York', LINLI_NICE: '0' }, // anything that asks the machine for its time zone shows itself
    projects: [
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'plain',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.browser.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // In a real browser, after the others and one file after the other: a page that waits for the processor proves nothing.
          name: 'browser',
          sequence: { groupOrder: 1 },
          include: ['**/*.browser.test.ts'],
          exclude,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
