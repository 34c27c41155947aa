import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { dotted, readJson, type Say, schemaReason } from './fault.ts'
import { filesIn } from './pack.ts'
import { fieldFaults, type Ways } from './questions.ts'
import { isPersonal, keepingDuties, linkKinds, type Register, type RegisterField, RegisterFile } from './register.ts'

/** All that is wrong with the registers of a pack, each by file, path and reason. */

const ways: Ways = {
  name: /^[a-z][A-Za-z0-9]{0,39}$/,
  named: '字母和数字，以小写字母开头',
  rows: 50,
  more: ['x-unit', 'x-link', 'x-see', 'x-change'],
  pii: ['id', 'phone', 'name'],
}
const valid = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(JSON.stringify(RegisterFile)))
/** Addresses of the API stand in their place. */
const taken = ['duties', 'views', 'new']
export type RegisterGround = { registers: ReadonlySet<string>; panels: ReadonlySet<string> }

export function checkRegisters(dir: string, about: (path: string) => Say) {
  const files = filesIn(dir, 'registers', '.json')
  const panels = filesIn(dir, 'panels', '.sql')
  for (const { path } of panels) panelFaults(readFileSync(path, 'utf8'), about(path))
  const ground = { registers: new Set(files.map((f) => f.id)), panels: new Set(panels.map((p) => p.id)) }
  for (const { id, path } of files) {
    const say = about(path)
    const body = readJson<Register>(path, say)
    if (body !== null) checkRegisterBody(id, body, ground, say)
  }
  if (existsSync(join(dir, 'panels')) && !files.length) about(join(dir, 'panels'))('', '没有台账，这些面板没有用处')
}

/** A register by itself, as the workshop has it before it is a file. */
export function checkRegisterBody(id: string, body: Register, ground: RegisterGround, say: Say) {
  if (!/^[a-z][a-z0-9-]{0,59}$/.test(id)) say('', `文件名“${id}”只能用小写字母、数字和连字符`)
  if (taken.includes(id)) say('', `台账不能叫“${id}”`)
  if (!valid(body)) {
    for (const e of valid.errors ?? []) say(dotted(e), schemaReason(e))
    return
  }
  formFaults(body, ground, say)
  namedFaults(body, say)
  dutyFaults(body, say)
  flowFaults(body, say)
  for (const [i, p] of (body.panels ?? []).entries())
    if (!ground.panels.has(p.query)) say(`panels[${i}].query`, `没有面板查询“panels/${p.query}.sql”`)
  for (const [from, to] of Object.entries(body.moves ?? {})) {
    if (Object.hasOwn(body.form.properties, from)) say(`moves.${from}`, `字段“${from}”还在，不能搬走`)
    if (!Object.hasOwn(body.form.properties, to)) say(`moves.${from}`, `没有字段“${to}”`)
  }
}

function formFaults(body: Register, ground: RegisterGround, say: Say) {
  const { form } = body
  for (const key of Object.keys(form))
    if (!['type', 'properties', 'required'].includes(key)) say(`form.${key}`, '表单里不能用这个写法')
  for (const name of form.required ?? [])
    if (!Object.hasOwn(form.properties, name)) say('form.required', `没有字段“${name}”`)
  for (const [name, f] of Object.entries(form.properties)) {
    const at = `form.properties.${name}`
    if (!ways.name.test(name)) say(at, `名字“${name}”只能用${ways.named}`)
    if (f?.type === 'object') say(`${at}.type`, '一个字段记一样；要记几行的用 array')
    fieldFaults(f, at, say, ways)
    if (f === null || typeof f !== 'object') continue
    if (form.required?.includes(name) && f.minLength === 0) say(`${at}.minLength`, '必填的字段至少写一个字')
    ownFaults(f, at, ground, say)
    for (const [column, g] of Object.entries(f.items?.properties ?? {}))
      ownFaults(g, `${at}.items.properties.${column}`, ground, say)
  }
}

function ownFaults(f: RegisterField, at: string, ground: RegisterGround, say: Say) {
  const link = f['x-link']
  if (link !== undefined) {
    if (typeof link !== 'string' || !(/^register:./.test(link) || (linkKinds as readonly string[]).includes(link)))
      say(`${at}.x-link`, `x-link 只能是 ${linkKinds.join('、')} 或者 register:<台账>`)
    else if (link.startsWith('register:') && !ground.registers.has(link.slice(9)))
      say(`${at}.x-link`, `没有台账“${link.slice(9)}”`)
    if (f.type !== 'string' || f.enum || f.format) say(`${at}.x-link`, '连到别处的字段是一段文字（它的编号）')
    if (f['x-pii']) say(`${at}.x-pii`, '连到别处的字段不存个人信息，不用加密')
  }
  if (f['x-unit'] !== undefined && f.type !== 'integer' && f.type !== 'number')
    say(`${at}.x-unit`, '只有数字才有计量单位')
  for (const key of ['x-see', 'x-change'] as const) {
    const duties: unknown = f[key]
    if (duties === undefined) continue
    const strange = Array.isArray(duties) ? duties.filter((d) => !keepingDuties.includes(d)) : [duties]
    if (strange.length || !(duties as unknown[]).length) say(`${at}.${key}`, `没有这样的职责：${strange.join('、')}`)
  }
  // They stand in the addresses of lists.
  for (const v of f.enum ?? []) if (/[,;:]/.test(String(v))) say(`${at}.enum`, `选项“${v}”里不能有逗号、分号、冒号`)
}

/** Fields that are named elsewhere in the definition: they are there, and of the right kind. */
function namedFaults(body: Register, say: Say) {
  const fields = body.form.properties
  const known = (at: string, name: string): RegisterField | null => {
    if (Object.hasOwn(fields, name)) return fields[name] ?? null
    say(at, `没有字段“${name}”`)
    return null
  }
  const open = (at: string, name: string, what: string) => {
    const f = known(at, name)
    if (isPersonal(f ?? undefined)) say(at, `“${name}”是个人信息，${what}`)
    return f
  }
  const title = open('title', body.title, '不能做名称')
  if (title && (title.type !== 'string' || title.enum || title['x-link'])) say('title', '做名称的字段要是一段文字')
  if (title && !body.form.required?.includes(body.title)) say('title', '做名称的字段要必填')
  if (title?.['x-see']) say('title', '做名称的字段人人看得到，不能写 x-see')
  for (const [i, name] of body.key.entries()) {
    const f = open(`key[${i}]`, name, '不能用来区分条目')
    if (f?.type === 'array') say(`key[${i}]`, '列表不能用来区分条目')
    if (f && !body.form.required?.includes(name)) say(`key[${i}]`, `用来区分条目的“${name}”要必填`)
  }
  for (const [i, name] of body.list.entries()) {
    const f = open(`list[${i}]`, name, '不能放进列表')
    if (f?.items?.type === 'object') say(`list[${i}]`, '几行的字段不能放进列表')
  }
  if (body.place !== undefined) {
    const f = known('place', body.place)
    if (f && f['x-link'] !== 'place') say('place', '要是连到地点的字段（"x-link": "place"）')
    if (f && !body.form.required?.includes(body.place)) say('place', '所属地点要必填')
  }
  for (const part of ['lon', 'lat'] as const) {
    const f = body.map && known(`map.${part}`, body.map[part])
    if (f && f.type !== 'number') say(`map.${part}`, '坐标要是数字（number）')
  }
}

function dutyFaults(body: Register, say: Say) {
  const seen = new Set<string>()
  for (const [i, d] of (body.duties ?? []).entries()) {
    const at = `duties[${i}]`
    if (seen.has(d.id)) say(`${at}.id`, `“${d.id}”用了两次`)
    seen.add(d.id)
    if ((d.yearly === undefined) === (d.on === undefined))
      say(at, '要写明每年哪天（yearly）或者按哪个日期（on），只写一样')
    if (d.from !== undefined && d.yearly === undefined) say(`${at}.from`, '只有每年的事项才从哪天起算')
    if (d.yearly === '02-29') say(`${at}.yearly`, '不是每年都有 2 月 29 日')
    for (const key of ['from', 'on'] as const) {
      const name = d[key]
      if (name !== undefined && body.form.properties[name]?.format !== 'date')
        say(`${at}.${key}`, `“${name}”不是日期字段`)
    }
  }
}

function flowFaults({ flow, form, change }: Register, say: Say) {
  if (!flow) return
  const f = form.properties[flow.field]
  if (!f?.enum) return say('flow.field', `“${flow.field}”不是有选项的字段`)
  if (!form.required?.includes(flow.field)) say('flow.field', `“${flow.field}”要必填`)
  const known = (at: string, v: string) => f.enum?.includes(v) || say(at, `“${flow.field}”没有选项“${v}”`)
  for (const [i, v] of flow.first.entries()) known(`flow.first[${i}]`, v)
  for (const [i, s] of flow.steps.entries()) {
    known(`flow.steps[${i}].from`, s.from)
    known(`flow.steps[${i}].to`, s.to)
    if (s.from === s.to) say(`flow.steps[${i}]`, '从一个状态到它自己，不是一步')
    for (const duty of s.by)
      if (!change.includes(duty)) say(`flow.steps[${i}].by`, `“${duty}”不在 change 里，走不了这一步`)
  }
  for (const [v, names] of Object.entries(flow.needs ?? {})) {
    known(`flow.needs.${v}`, v)
    for (const name of names) if (!Object.hasOwn(form.properties, name)) say(`flow.needs.${v}`, `没有字段“${name}”`)
  }
  const met = new Set([...flow.first, ...flow.steps.map((s) => s.to)])
  for (const v of f.enum) if (!met.has(String(v))) say('flow', `没有一步走到“${v}”`)
}

function panelFaults(text: string, say: Say) {
  const sql = text.replace(/^--.*$/gm, '').trim()
  if (!/^(select|with)\b/i.test(sql)) say('', '面板是一句查询（select 或 with 开头）')
  if (/;\s*\S/.test(sql)) say('', '面板只能有一句查询')
}
