import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const here = import.meta.dirname
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((f) => !/^(dist|node_modules)\b/.test(f))
const code = files
  .filter((f) => /\.tsx?$/.test(f) && !/\.test\.tsx?$|^api\/schema\.ts$|^[^/]*$/.test(f))
  .map((f) => ({ f, text: readFileSync(join(here, f), 'utf8') }))
const read = (f: string): Record<string, string> => JSON.parse(readFileSync(join(here, f), 'utf8'))
const doors = files.filter((f) => /^[a-z]+\/zh\.json$/.test(f) && f !== 'ui/zh.json')
const shared = read('ui/zh.json')
const families = new Set([shared, ...doors.map(read)].flatMap((c) => Object.keys(c).map((k) => k.split('.')[0])))

describe('every string through t()', () => {
  test('no Chinese stands in code', () => {
    const chinese = /[\u3000-\u303f\u3400-\u9fff\uff01-\uff60\u{20000}-\u{3ffff}]/u
    const found = code.flatMap(({ f, text }) =>
      text.split('\n').flatMap((line, i) => (chinese.test(line) ? [`${f}:${i + 1} ${line.trim()}`] : [])),
    )
    expect(found).toEqual([])
  })

  test('every key used is in a catalogue that its page has', () => {
    expect(code.length).toBeGreaterThan(10)
    const missing = code.flatMap(({ f, text }) => {
      const door = doors.find((d) => d.split('/')[0] === f.split(/[\\/]/)[0])
      const known = door ? { ...shared, ...read(door) } : shared
      return keysIn(text)
        .filter(([key, prefix]) => (prefix ? !Object.keys(known).some((k) => k.startsWith(key)) : !(key in known)))
        .map(([key]) => `${f}: ${key}`)
    })
    expect(missing).toEqual([])
  })

  test('no key stands in two catalogues of one door', () => {
    for (const door of doors)
      expect(
        Object.keys(read(door)).filter((k) => k in shared),
        door,
      ).toEqual([])
  })
})

/** Every literal that looks like a key, wherever it stands; `light.${x}` counts as a prefix. */
function keysIn(text: string): [key: string, prefix: boolean][] {
  const whole = [...text.matchAll(/(['"])([a-z][\w-]*(?:\.[\w-]+)+)\1/g)]
    .map((m) => m[2] ?? '')
    .filter((key) => families.has(key.split('.')[0] ?? ''))
  const begun = [...text.matchAll(/\bt\(\s*(?:[^()`]*\? *)?`([a-z][\w-]*\.[\w.-]*)\$\{/g)].map((m) => m[1] ?? '')
  return [...whole.map((key): [string, boolean] => [key, false]), ...begun.map((key): [string, boolean] => [key, true])]
}
