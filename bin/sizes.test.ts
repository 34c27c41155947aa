import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { firstLoads, residentLimit } from './sizes.ts'

test("a resident's first load stays within 150 KB gzip", { timeout: 180_000 }, async () => {
  await builtWeb()
  const loads = firstLoads(join(import.meta.dirname, '../web/dist'))
  const resident = loads.find((l) => l.door === 'resident')
  expect(loads.map((l) => l.door).sort()).toEqual(['command', 'desk', 'field', 'resident'])
  expect(resident?.script).toBeGreaterThan(30_000)
  expect(resident?.total).toBeLessThanOrEqual(residentLimit)
})
