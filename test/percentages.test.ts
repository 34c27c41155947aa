import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * B8: no screen and no route reckons a percentage of its own; a share is an indicator's. What divides for another reason is declared here.
 */
const declared: Record<string, string> = {
  'server/indicator/rules.ts': 'here shares are reckoned',
  'web/ui/send.ts': 'how far an upload is',
  'web/staff/registry/timeline.ts': 'where a bar begins on a drawing',
  'web/staff/grids/Appraisal.tsx': 'the parts of an appraisal as the server gave them (field/rules.ts)',
  'web/staff/pages/Bypass.tsx': 'a rate as the server gave it',
  'content/tongguan/panels/facility-area.sql': 'one entry beside its standard: a gap, no figure of the district',
  'content/tongguan/panels/operator-usage.sql': 'one entry, quarter by quarter',
}
const written = [/\*\s*100\b(?!_|\d)/, /\b100\s*\*/, /style:\s*'percent'/, /100\.0\s*\*/]

const found = () =>
  globSync(['web/**/*.{ts,tsx}', 'server/**/*.ts', 'content/**/*.sql'])
    .filter((f) => !/[.]test[.]tsx?$|api\/schema[.]ts$/.test(f))
    .flatMap((f) => {
      const lines = readFileSync(f, 'utf8').split('\n')
      return lines.flatMap((text, i) => (written.some((w) => w.test(text)) ? [`${f}:${i + 1} ${text.trim()}`] : []))
    })

test('no percentage is reckoned outside the indicators, but for what is declared', () => {
  expect(found().filter((at) => !Object.keys(declared).some((f) => at.startsWith(`${f}:`)))).toEqual([])
})
test('what is declared is still there', () => {
  for (const f of Object.keys(declared)) expect(found().some((at) => at.startsWith(`${f}:`))).toBe(true)
})
