import { type FormProblem, formProblems } from '../content/form.ts'
import { isPersonal, type Register, type RegisterField } from '../content/register.ts'
import { maskIdNumber, maskName, maskPhone } from '../platform/crypto.ts'
import { numberIn } from '../platform/numbers.ts'
import type { Data } from './timeline.ts'

/** The values of an entry: tidied, judged, parted into open and personal, said in words. Pure. */

/** Blank is not said at all. */
export function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined
  if (value === null) return undefined
  if (Array.isArray(value)) {
    const rows = value.map(tidy).filter((v) => v !== undefined)
    return rows.length ? rows : undefined
  }
  if (typeof value !== 'object') return value
  const entries = Object.entries(value).flatMap(([k, v]) => {
    const t = tidy(v)
    return t === undefined ? [] : [[k, t] as const]
  })
  return entries.length ? Object.fromEntries(entries) : undefined
}
export const tidied = (data: Data): Data => (tidy(data) ?? {}) as Data

/** What is wrong with these values by themselves. Fields that only an older definition had are let be. */
export function problemsOf(def: Register, data: Data, old: readonly string[] = []): FormProblem[] {
  const own = Object.fromEntries(Object.entries(data).filter(([name]) => !old.includes(name)))
  const numbers = Object.entries(own).flatMap(([name, value]) => {
    const f = def.form.properties[name]
    const what = f ? numberWithin(f, value) : null
    return what ? [{ field: name, message: `请不要在“${f?.title}”里写${what}` }] : []
  })
  return [...formProblems(def.form, own), ...numbers]
}

/** An identity number or telephone where it would not be sealed. */
function numberWithin(f: RegisterField, value: unknown): string | null {
  if (f['x-pii']) return null
  if (typeof value === 'string' || typeof value === 'number') return numberIn(String(value))
  if (!Array.isArray(value)) return null
  for (const row of value)
    for (const [name, v] of Object.entries(typeof row === 'object' && row ? row : { '': row })) {
      const what = numberWithin(f.items?.properties?.[name] ?? ({} as RegisterField), v)
      if (what) return what
    }
  return null
}

/** What may lie open and what is sealed. What no definition knows any more is kept as it was. */
export function parted(
  def: Register,
  data: Data,
  sealedBefore: readonly string[] = [],
): { open: Data; personal: Data } {
  const [open, personal]: [Data, Data] = [{}, {}]
  for (const [name, value] of Object.entries(data)) {
    const f = def.form.properties[name]
    const hidden = isPersonal(f) || (!f && sealedBefore.includes(name))
    ;(hidden ? personal : open)[name] = value
  }
  return { open, personal }
}

/** Under the newest definition: what it says has moved is found under its new name. */
export function moved(def: Register, data: Data): Data {
  const next = { ...data }
  for (const [from, to] of Object.entries(def.moves ?? {})) {
    if (!Object.hasOwn(next, from)) continue
    if (!Object.hasOwn(next, to)) next[to] = next[from]
    delete next[from]
  }
  return next
}
export const oldFields = (def: Register, data: Data) =>
  Object.keys(data).filter((name) => !Object.hasOwn(def.form.properties, name))

export type Kind =
  | 'text'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'enum'
  | 'date'
  | 'choices'
  | 'rows'
  | 'link'
  | 'id'
  | 'phone'
  | 'name'
export function kindOf(f: RegisterField): Kind {
  if (f['x-pii']) return f['x-pii']
  if (f['x-link']) return 'link'
  if (f.enum) return 'enum'
  if (f.type === 'array') return f.items?.type === 'object' ? 'rows' : 'choices'
  if (f.format === 'date') return 'date'
  if (f.type === 'number' || f.type === 'integer' || f.type === 'boolean') return f.type
  return 'text'
}

export function labelOf(f: RegisterField, value: unknown): string {
  const labels = f['x-labels']
  if (Array.isArray(labels)) return labels[f.enum?.indexOf(value as string) ?? -1] ?? String(value)
  return labels?.[String(value)] ?? String(value)
}

const masks = { id: maskIdNumber, phone: maskPhone, name: maskName }
export const masked = (f: RegisterField, value: string): string => masks[f['x-pii'] ?? 'name'](value)

/** The value in words, of everything that needs nobody else's name. `names` says those of links, by `kind id`. */
export function textOf(f: RegisterField, value: unknown, names?: ReadonlyMap<string, string>): string | null {
  if (value === undefined || value === null) return null
  const kind = kindOf(f)
  switch (kind) {
    case 'enum':
      return labelOf(f, value)
    case 'boolean':
      return value ? '是' : '否'
    case 'choices':
      return (value as unknown[]).map((v) => (f.items ? labelOf(f.items, v) : String(v))).join('、')
    case 'rows':
      return `${(value as unknown[]).length}行`
    case 'link':
      return names?.get(`${f['x-link']} ${value}`) ?? null
    case 'id':
    case 'phone':
    case 'name':
      return masked(f, String(value))
    default:
      return String(value)
  }
}

/** Pairs of neighbouring characters, as a tsvector holds them: any two-character word is found by its index. */
export function pairsOf(text: string): string[] {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  return [
    ...new Set(
      words.flatMap((word) => {
        const c = [...word]
        return c.length < 2 ? c : c.slice(1).map((x, i) => `${c[i]}${x}`)
      }),
    ),
  ].filter(Boolean)
}
const mostPairs = 400
/** What an entry is found by: all that lies open to whoever may see the register. */
export function wordsOf(def: Register, open: Data): string[] {
  const said = Object.entries(open).flatMap(([name, value]) => {
    const f = def.form.properties[name]
    if (!f || f['x-see'] || f['x-link'] || !['text', 'enum', 'choices'].includes(kindOf(f))) return []
    return textOf(f, value) ?? []
  })
  return pairsOf(said.join(' ')).slice(0, mostPairs)
}
/** All the words asked for, as a tsquery; null where there is nothing to look for. */
export function queryOf(typed: string): string | null {
  const quoted = (s: string) => `'${s.replaceAll('\\', '').replaceAll("'", '')}'`
  const pairs = pairsOf(typed)
  return pairs.length ? pairs.map((p) => ([...p].length < 2 ? `${quoted(p)}:*` : quoted(p))).join(' & ') : null
}

const plain = (value: unknown) => String(value).normalize('NFKC').replace(/\s+/g, '').toUpperCase()
/** What tells it from the others of its register; null where nothing does. */
export const keyOf = (def: Register, data: Data): string | null =>
  def.key.length ? def.key.map((name) => plain(data[name] ?? '')).join('\u001f') : null
