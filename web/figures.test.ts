import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const here = import.meta.dirname
const code = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((f) => /\.tsx?$/.test(f) && !/\.test\.|^(dist|node_modules)\b|^api[\\/]schema\.ts$/.test(f))
  .map((f) => ({ f: f.replaceAll('\\', '/'), text: readFileSync(join(here, f), 'utf8') }))

/** Where a hundred is no share of anything counted: how much of a file was sent, and where on a drawing something stands. */
const drawings = ['ui/send.ts', 'staff/registry/timeline.ts']
const shares = /\* ?100\b(?!_)|\/ ?100\b|\b(numerator|counted)\s*\/\s*\w*(denominator|total)|\.numerator\s*\//

test('16.2 no screen computes a share of its own: what a figure is, the server reckons from its rows', () => {
  expect(code.length).toBeGreaterThan(100)
  const found = code.flatMap(({ f, text }) =>
    drawings.includes(f)
      ? []
      : text.split('\n').flatMap((line, i) => (shares.test(line) ? [`${f}:${i + 1} ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})

test('a figure that is not made out of rows would be found', () => {
  for (const line of ['(done / all) * 100', 'f.numerator / f.denominator', 'Math.round(n * 100)'])
    expect(shares.test(line)).toBe(true)
})
