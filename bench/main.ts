import { writeFileSync } from 'node:fs'
import { casework } from './casework.ts'
import { catalogue } from './catalogue.ts'
import { indicators } from './indicators.ts'
import { register } from './register.ts'
import { registry } from './registry.ts'

/**
 * `npm run bench -- casework [--json FILE]`: the same work as a bare script does it, in the same run on the same machine.
 * What is held is the ratio, never a time.
 */
export type Figure = { ours: number; floor: number; ratio: number; unit: string }
const benches: Record<string, () => Promise<Record<string, Figure>>> = {
  casework,
  catalogue,
  registry,
  register,
  indicators,
}

const args = process.argv.slice(2)
const jsonAt = args.indexOf('--json')
const file = jsonAt >= 0 ? args[jsonAt + 1] : undefined
const names = args.filter((_, i) => jsonAt < 0 || (i !== jsonAt && i !== jsonAt + 1))
const unknown = names.find((n) => !benches[n])
if (unknown || (jsonAt >= 0 && !file)) {
  console.error(`usage: npm run bench -- [${Object.keys(benches).join(' ')}] [--json FILE]`)
  process.exit(2)
}

const all: Record<string, Record<string, Figure>> = {}
for (const name of names.length ? names : Object.keys(benches)) {
  const figures = await (benches[name] as () => Promise<Record<string, Figure>>)()
  all[name] = figures
  for (const [what, f] of Object.entries(figures))
    console.log(`${name} ${what}: ${round(f.ours)} ${f.unit}, floor ${round(f.floor)}, ratio ${f.ratio.toFixed(2)}`)
}
if (file) writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`)

function round(n: number) {
  return n >= 100 ? Math.round(n) : Number(n.toFixed(n < 1 ? 3 : 1))
}
