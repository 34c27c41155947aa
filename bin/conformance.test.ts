import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lost } from './conformance/interchange.ts'
import { conformance } from './conformance.ts'

const shared = join(import.meta.dirname, '../../shared/data/bpmn')

test.skipIf(!existsSync(shared))('of the betsy processes none runs other than BPMN says, and most run', async () => {
  const verdicts = await conformance(join(shared, 'betsy'))
  expect(verdicts.filter((v) => v.kind === 'wrong')).toEqual([])
  expect(verdicts.filter((v) => v.kind === 'right').length).toBeGreaterThanOrEqual(85)
  // What is refused is refused by the element and with a reason.
  for (const v of verdicts.filter((v) => v.kind === 'refused')) expect(v.why).toMatch(/^\w+ \S+.*：./)
})

/** What the reader of BPMN loses when it writes: an attribute it takes for a default, and references to nothing. */
const known: Record<string, RegExp> = {
  'B.2.0': /BPMNEdge .*messageVisibleKind="initiating"|BPMNEdge bpmnElement="_09e7cb23/,
  'C.8.1': /outMessageRef +triso:unspecified|allowedValues/,
}
const files = existsSync(shared) ? readdirSync(join(shared, 'miwg'), { recursive: true }).map(String) : []
test.skipIf(files.length === 0)('the MIWG reference models come back as they went in', async () => {
  for (const file of files.filter((f) => f.endsWith('.bpmn'))) {
    const bytes = readFileSync(join(shared, 'miwg', file))
    const latin = /encoding="ISO-8859-1"/i.test(bytes.subarray(0, 200).toString('latin1'))
    const name = file.replace(/^.*\/|\.bpmn$/g, '')
    const gone = (await lost(bytes.toString(latin ? 'latin1' : 'utf8'))).map((l) => l.replaceAll(/\{[^}]*\}/g, ''))
    expect(
      gone.filter((line) => !known[name]?.test(line)),
      name,
    ).toEqual([])
  }
})
