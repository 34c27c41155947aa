import { spawnSync } from 'node:child_process'

/** npm run nightly: the tests that are worth a long night, with more of everything. Each says its seed. */
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'plain',
    'server/kernel/step.property.test.ts',
    'test/sync.property.test.ts',
    '--testTimeout',
    '3600000',
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      LINLI_MODELS: process.env.LINLI_MODELS ?? '2000',
      LINLI_SEQUENCES: process.env.LINLI_SEQUENCES ?? '1000',
    },
  },
)
process.exitCode = status ?? 1
