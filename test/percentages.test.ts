import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * B8: no screen and no route reckons a percentage of its own; a share is an indicator's. What divides for another reason is declared here.
 */
const declared: Record<string, string> = {
  'server/indicator/rules.ts': 'here shares are reckoned',
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
