import { type Answers, type Question, tidy } from '../../ui/form/schema.ts'
import type { Definition, EntryFile, RegisterField, Shown } from './data.ts'

/** Between what a form holds and what the server keeps: links are held with their names, personal fields are never filled in. Pure. */

type Named = { id: string; label: string }
const named = (v: unknown): v is Named => typeof v === 'object' && v !== null && 'id' in v && 'label' in v

const bareOf = (q: RegisterField, value: unknown): unknown => {
  if (named(value)) return value.id
  if (!Array.isArray(value)) return value
  return value.map((row) =>
    row && typeof row === 'object' && !named(row)
      ? Object.fromEntries(
          Object.entries(row).map(([k, v]) => [k, bareOf((q.items?.properties?.[k] ?? {}) as RegisterField, v)]),
        )
      : named(row)
        ? row.id
        : row,
  )
}
/** As the definition wants it: nothing for what was left blank. */
export function dataOf(form: Definition['form'], given: Answers): Answers {
  const bare = Object.fromEntries(
    Object.entries(given).map(([name, v]) => [name, bareOf(form.properties[name] ?? {}, v)]),
  )
  return Object.fromEntries(
    Object.entries(tidy(form, bare)).filter(([, v]) => !(Array.isArray(v) && v.length === 0) && v !== ''),
  )
}

export const isPersonal = (q: Question): boolean =>
  q['x-pii'] !== undefined || Object.values(q.items?.properties ?? {}).some((g) => g['x-pii'] !== undefined)

/** What an entry's file says, as a form begins with it. Personal fields begin empty: what stands there is only a mask. */
export function givenOf(def: Definition, file: EntryFile): Answers {
  return Object.fromEntries(
    file.fields.flatMap((f): [string, unknown][] => {
      const q = def.form.properties[f.field]
      if (!q || isPersonal(q)) return []
      const value = heldBy(q, f)
      return value === null || value === undefined ? [] : [[f.field, value]]
    }),
  )
}
function heldBy(q: RegisterField, f: Shown): unknown {
  if (f.rows)
    return f.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).flatMap(([k, cell]) =>
          cell.value === null || cell.value === undefined
            ? []
            : [[k, linked(q.items?.properties?.[k] as RegisterField, cell)]],
        ),
      ),
    )
  return linked(q, f)
}
const linked = (q: RegisterField | undefined, cell: { value: unknown; text: string | null }) =>
  q?.['x-link'] && typeof cell.value === 'string' ? { id: cell.value, label: cell.text ?? cell.value } : cell.value

export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!a || !b || typeof a !== 'object' || typeof b !== 'object') return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length && keys.every((k) => k in b && same(a[k as never] as unknown, b[k as never]))
  )
}

/** Only what differs; null takes a field away. A personal field counts when something was typed, or was taken away. */
export function patchOf(def: Definition, before: Answers, given: Answers, removed: readonly string[]): Answers {
  const [was, now] = [dataOf(def.form, before), dataOf(def.form, given)]
  const patch: Answers = {}
  for (const [name, q] of Object.entries(def.form.properties)) {
    if (!def.changeable.includes(name)) continue
    if (isPersonal(q)) {
      if (now[name] !== undefined) patch[name] = now[name]
      else if (removed.includes(name)) patch[name] = null
    } else if (!same(was[name], now[name])) patch[name] = now[name] ?? null
  }
  return patch
}

/** Which states may be chosen: a new one begins where the road begins, another goes a step on. */
export function statesOf(def: Definition, now: unknown): (string | number)[] | undefined {
  const { flow } = def
  if (!flow) return undefined
  const all = def.form.properties[flow.field]?.enum ?? []
  const open =
    now === undefined || now === null
      ? flow.first
      : [String(now), ...flow.steps.filter((s) => s.from === now).map((s) => s.to)]
  return all.filter((v) => open.includes(String(v)))
}
