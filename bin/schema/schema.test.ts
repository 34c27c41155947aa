import { expect, test } from 'vitest'
import { scratchDb } from '../../test/db.ts'
import { readSchema } from './read.ts'

const { url } = await scratchDb({ max: 1 })
const { tables } = await readSchema(url)

// So that the tables can be distributed by district without a change.
test.each(tables.map((t) => [t.name, t] as const))('every key of %s begins with district', (_, table) => {
  const keys = table.constraints.filter((c) => 'puf'.includes(c.kind))
  expect(keys.some((k) => k.kind === 'p')).toBe(true)
  for (const { definition } of keys) expect(definition).toMatch(/^(PRIMARY KEY|UNIQUE|FOREIGN KEY) \(district\b/)
  for (const { definition } of keys) expect(definition).not.toContain('SET NULL')
  for (const index of table.indexes) expect(index).toMatch(/ USING \w+ \(district\b/)
})
