import { randomUUID } from 'node:crypto'

/** From what the contract says of a request: the ways it can be wrong, one at a time. */
export type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  format?: string
  pattern?: string
  additionalProperties?: boolean | Schema
}
type Parameter = { in: string; name: string; required?: boolean; schema: Schema }
export type Operation = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> } }

/** `key`: the idempotency key, where the body names it too. */
export type Valid = { who: string | null; url: string; body?: unknown; key?: string }

/** A request gone wrong: `field` is what the answer must name, undefined where there is none to name. */
export type Wrong = {
  how: string
  url?: string
  body?: unknown
  raw?: string
  headers?: Record<string, string>
  field?: string
}

const wrongValues = (s: Schema): unknown[] => {
  const types = [s.type ?? (s.anyOf ? [] : [])].flat()
  const out: unknown[] = []
  if (types.includes('string')) out.push(7, true, [], { a: 1 }, null)
  if (types.includes('integer')) out.push('七', 1.5, {}, null, 1e300)
  if (types.includes('number')) out.push('七', {}, null, 1e300)
  if (types.includes('boolean')) out.push('是', 2, null)
  if (types.includes('array')) out.push('x', 3, {}, null)
  if (types.includes('object')) out.push('x', 3, [], null)
  if (s.enum || s.const !== undefined || s.anyOf) out.push('没有这一项', 99)
  if (s.maxLength !== undefined) out.push('长'.repeat(s.maxLength + 1))
  if (s.minLength && s.minLength > 0) out.push('')
  if (s.pattern === '\\S') out.push('   ')
  if (types.includes('string')) out.push('\0', '\ud83d')
  if (s.format) out.push('不是这种格式', '2026-02-31')
  if (s.minimum !== undefined) out.push(s.minimum - 1)
  if (s.maximum !== undefined) out.push(s.maximum + 1)
  if (s.minItems) out.push([])
  if (s.maxItems !== undefined) out.push(Array(s.maxItems + 1).fill(null))
  return out
}

/** Every way a body of this schema can be wrong in one place, with the path of that place. */
function wrongBodies(s: Schema, valid: unknown, at: string[] = []): { how: string; body: unknown; field: string }[] {
  const field = (...more: string[]) => [...at, ...more].join('.')
  const set = (key: string, value: unknown) => ({ ...(valid as object), [key]: value })
  const out: { how: string; body: unknown; field: string }[] = []
  if (!s.properties || typeof valid !== 'object' || valid === null) return out
  for (const key of s.required ?? []) {
    const { [key]: _, ...rest } = valid as Record<string, unknown>
    out.push({ how: `without ${key}`, body: rest, field: field(key) })
  }
  if (s.additionalProperties === false) out.push({ how: 'with more', body: set('unknown', 1), field: field('unknown') })
  for (const [key, sub] of Object.entries(s.properties)) {
    for (const value of wrongValues(sub))
      out.push({ how: `${key} = ${JSON.stringify(value)?.slice(0, 20)}`, body: set(key, value), field: field(key) })
    const given = (valid as Record<string, unknown>)[key]
    if (sub.properties)
      for (const w of wrongBodies(sub, given, [...at, key])) out.push({ ...w, body: set(key, w.body) })
    if (sub.items && Array.isArray(given) && given.length) {
      const put = (value: unknown) => set(key, [value, ...given.slice(1)])
      for (const value of wrongValues(sub.items))
        out.push({ how: `${key}[0]`, body: put(value), field: field(key, '0') })
      for (const w of wrongBodies(sub.items, given[0], [...at, key, '0'])) out.push({ ...w, body: put(w.body) })
    }
  }
  return out
}

/** In an address everything is text, so only what no text can stand for is wrong. */
const wrongTexts = (s: Schema): string[] =>
  [
    ...(s.maxLength !== undefined ? ['x'.repeat(s.maxLength + 1)] : []),
    ...(s.format || s.pattern ? ['!!'] : []),
    ...(s.format ? ['2026-13-41'] : []),
    ...(s.type === 'string' ? ['\0'] : []),
    ...(s.enum || s.anyOf ? ['none'] : []),
    ...([s.type].flat().includes('boolean') ? ['perhaps'] : []),
  ].map(encodeURIComponent)

export function wrongs(name: string, op: Operation, path: string, valid: Valid): Wrong[] {
  const out: Wrong[] = []
  const params = op.parameters ?? []
  const query = params.filter((p) => p.in === 'query')
  const [bare = '', search] = valid.url.split('?')
  const withQuery = (key: string, value: string) => {
    const others = (search ?? '').split('&').filter((pair) => pair && !pair.startsWith(`${key}=`))
    return `${bare}?${[...others, `${key}=${value}`].join('&')}`
  }
  for (const p of query) {
    for (const value of wrongTexts(p.schema))
      out.push({ how: `?${p.name}`, url: withQuery(p.name, value), field: p.name })
    if (p.required) out.push({ how: `no ?${p.name}`, url: bare, field: p.name })
    out.push({ how: `?${p.name} twice`, url: `${withQuery(p.name, 'a')}&${p.name}=b`, field: p.name })
  }
  if (query.length) out.push({ how: 'more in ?', url: `${valid.url}${search ? '&' : '?'}unknown=1`, field: 'unknown' })
  for (const p of params.filter((p) => p.in === 'path')) {
    const i = path.split('/').indexOf(`{${p.name}}`)
    const put = (value: string) => bare.split('/').with(i, value).join('/')
    for (const value of wrongTexts(p.schema)) out.push({ how: `/${p.name}`, url: put(value), field: p.name })
    if (p.schema.format !== 'uuid' && p.schema.minLength) out.push({ how: 'short', url: put('x'), field: p.name })
    // A draft that is not there is none, and gone when thrown away.
    if (!/^(GET|DELETE) .*drafts/.test(name))
      out.push({ how: 'none of that name', url: put(p.schema.format === 'uuid' ? randomUUID() : 'AAAA-2222') })
    if (bare.includes('/papers/')) out.push({ how: 'dashes', url: put(`${'-'.repeat(36)}.pdf`), field: p.name })
    out.push({ how: 'a NUL', url: put('AAAA2222%00') }, { how: 'half a code', url: put('%E4%BD') })
    out.push({ how: 'a long one', url: put('9'.repeat(5000)) })
  }
  const schema = op.requestBody?.content['application/json']?.schema
  if (schema) {
    const text = JSON.stringify(valid.body)
    out.push(...wrongBodies(schema, valid.body))
    for (const raw of ['', '{', text.slice(0, -1), `${text}]`, 'null', '[]', '7', '"x"', '\u0000', '{"__proto__":{}}'])
      out.push({ how: `raw ${raw.slice(0, 10)}`, raw })
    out.push({ how: 'huge', raw: `{"x":"${'x'.repeat(300_000)}"}` })
    out.push({ how: 'deep', raw: '['.repeat(20_000) })
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'nonsense'])
      out.push({ how: type, raw: text, headers: { 'content-type': type } })
  }
  if (params.some((p) => p.in === 'header'))
    for (const key of [undefined, '', 'short', 'x'.repeat(65)])
      out.push({
        how: `key ${key?.slice(0, 6)}`,
        headers: key === undefined ? {} : { 'idempotency-key': key },
        ...{ body: valid.body, field: 'idempotency-key' },
      })
  return out
}
