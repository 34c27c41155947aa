import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookFile, booksDir, entered, hall, halls, publishBooks } from '../../test/books.ts'
import { openWorld, type World } from '../../test/world.ts'
import { checkContent } from '../content/check.ts'

const scratch = mkdtempSync(join(tmpdir(), 'linli-books-'))
let world: World
beforeAll(async () => {
  world = await openWorld()
  await publishBooks(world)
})
afterAll(async () => {
  await world.close()
  rmSync(scratch, { recursive: true, force: true })
})

type Definition = { [key: string]: unknown; form: { properties: Record<string, object>; required: string[] } }
function changed(name: string, change: (def: Definition) => void) {
  const dir = join(scratch, name)
  cpSync(booksDir, dir, { recursive: true })
  const def = bookFile('test-halls')
  change(def)
  writeFileSync(join(dir, 'registers/test-halls.json'), JSON.stringify(def))
  return dir
}
const faults = async (name: string, change: (def: Definition) => void) =>
  (await checkContent(changed(name, change))).map((p) => `${p.file} ${p.path}`)

test('all that is wrong with a definition is said at once, by file and path', async () => {
  const found = await faults('wrong', (def) => {
    const d = def
    d.title = 'nameless'
    d.key = ['keeperPhone']
    d.list = ['name', 'keeper', 'nothing']
    d.duties = [{ id: 'a', title: '查', on: 'name', warn: 3 }]
    d.flow = { field: 'status', first: ['planned'], steps: [{ from: 'planned', to: 'gone', by: ['register-keeper'] }] }
    d.panels = [{ title: '没有', query: 'no-such' }]
    d.moves = { code: 'name' }
    def.form.properties.owner = { type: 'string', title: '产权', 'x-link': 'moon', minLength: 1, maxLength: 9 }
    def.form.properties.free = { type: 'boolean', title: '免费', 'x-unit': '元', 'x-see': ['nobody'] }
    def.form.properties.open = { type: 'string', title: '无界' }
  })
  const file = 'registers/test-halls.json '
  expect(found).toEqual(
    expect.arrayContaining(
      [
        'title',
        'key[0]',
        'list[1]',
        'list[2]',
        'duties[0].on',
        'flow.steps[0].to',
        'flow',
        'panels[0].query',
        'moves.code',
        'form.properties.owner.x-link',
        'form.properties.free.x-unit',
        'form.properties.free.x-see',
        'form.properties.open.maxLength',
      ].map((p) => file + p),
    ),
  )
})

test('a definition without the shape is told so, and one that is right has no fault', async () => {
  expect(await faults('shape', (def) => Reflect.deleteProperty(def, 'change'))).toEqual(['registers/test-halls.json '])
  expect(await faults('right', () => {})).toEqual([])
})

test('an entry stays under its definition; where a field has moved it is found under its new name; what is gone is shown as old', async () => {
  const id = await entered(world, hall({ note: '靠近公园', area: 88 }))
  const dir = changed('moved', (def) => {
    const { note, area: _area, ...rest } = def.form.properties
    def.form.properties = { ...rest, remark: { ...note, title: '说明' } }
    def.moves = { note: 'remark' }
  })
  await publishBooks(world, dir)
  await sleep(1100)
  const file = async (query = '') => (await world.call('ge-hui', 'GET', `${halls}/${id}${query}`)).body
  const said = (f: { fields: { field: string; title: string; value: unknown; old: boolean }[] }) =>
    f.fields.filter((x) => ['remark', 'area', 'note'].includes(x.field)).map((x) => [x.field, x.title, x.value, x.old])
  const moved = [
    ['remark', '说明', '靠近公园', false],
    ['area', '建筑面积', 88, true],
  ]
  expect([said(await file()), (await file()).version.outdated]).toEqual([moved, true])
  const change = { from: '2026-09-15', data: { free: true }, reason: '免费开放' }
  expect((await world.call('ge-hui', 'POST', `${halls}/${id}/changes`, change)).status).toBe(200)
  expect([said(await file()), (await file()).version.outdated]).toEqual([moved, false])
  expect((await file('?on=2026-09-14')).version.outdated).toBe(true)
})
