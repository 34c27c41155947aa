import { describe, expect, test } from 'vitest'
import { broken, type Loose } from '../../test/broken.ts'

const card = 'items/elderly-card.json'
const line = { title: '姓名', type: 'string', minLength: 1, maxLength: 50 }
const rows = {
  title: '家人',
  type: 'array',
  maxItems: 10,
  items: { type: 'object', properties: { name: line }, required: ['name'], additionalProperties: false },
}
const rowsOf = (change: object) => ({ ...rows, items: { ...rows.items, ...change } })

describe('a form is refused', () => {
  const field = (change: (properties: Loose) => void) => broken(card, (i) => change(i.form.properties))
  test.each<[string, (p: Loose) => void, string]>([
    ['without the words of an option', (p) => p.first['x-labels'].pop(), 'form.properties.first.x-labels 每个选项'],
    ['with two options of the same words', (p) => (p.first['x-labels'][1] = '第一次办'), '两个选项的说法一样'],
    ['with a question without words', (p) => delete p.first.title, 'form.properties.first.title 每个问题'],
    [
      'with a keyword the web does not know',
      (p) => (p.first.oneOf = []),
      'form.properties.first.oneOf string 不能用这个写法',
    ],
    ['that takes what nobody holds', (p) => (p.first['x-held'] = 'shoe-size'), '“shoe-size”不在已有信息的名称表里'],
    [
      'that would keep a telephone number in the clear',
      (p) => delete p['contact-phone']['x-pii'],
      '请写 "x-pii": "phone"',
    ],
    ['that asks on a fact that is none', (p) => (p.first['x-show-if'] = 'moon'), 'first.x-show-if 没有“moon”'],
    ['that requires what it does not ask', (p) => delete p['blood-type'], 'form.required 没有“blood-type”'],
    ['with a text without end', (p) => delete p['contact-name'].maxLength, 'contact-name.maxLength 请写明最多几个字'],
    ['with a text that may be empty', (p) => (p['contact-name'].minLength = 0), '必答的问题至少写一个字'],
    [
      'with a number without end',
      (p) => (p.first = { title: '几口人', type: 'integer', minimum: 1 }),
      'first.maximum 请',
    ],
    ['with a question named oddly', (p) => (p.First = p.first), 'form 名字“First”只能用'],
    ['with a question that is several', (p) => (p.first = rows.items), 'first.type 一个问题问一样'],
    ['with rows without end', (p) => (p.first = { ...rows, maxItems: 11 }), 'first.maxItems 最多10行'],
    ['with rows that take anything', (p) => (p.first = rowsOf({ additionalProperties: true })), '没有写明的内容不收'],
    [
      'with rows within rows',
      (p) => (p.first = rowsOf({ properties: { name: rows } })),
      'name.type 一行里只能是一样一样的',
    ],
    ['with a list of free text', (p) => (p.first = { ...rows, items: line }), 'first.items.enum 列表里只能是选项'],
    ['with a pattern that is none', (p) => (p['contact-name'].pattern = '('), '不是有效的 JSON Schema'],
  ])('%s', async (_, change, reason) => {
    expect((await field((p) => void change(p))).join('\n')).toContain(reason)
  })
})
