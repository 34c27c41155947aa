import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { firstLoads, residentLimit } from './sizes.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'web/dist')

test("a resident's first load stays within 150 KB gzip", { timeout: 180_000 }, async () => {
  if (!existsSync(join(dist, '.vite/manifest.json'))) {
    const { build } = await import('vite')
    await build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'warn' })
  }
  const loads = firstLoads(dist)
  const resident = loads.find((l) => l.door === 'resident')
  expect(loads.map((l) => l.door).sort()).toEqual(['command', 'desk', 'resident'])
  expect(resident?.script).toBeGreaterThan(30_000)
  expect(resident?.total).toBeLessThanOrEqual(residentLimit)
})
