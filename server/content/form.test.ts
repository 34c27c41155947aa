import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { someAnswers } from '../../test/answers.ts'
import { type FormSchema, factsOf, formProblems, holds, itemProblems } from './form.ts'
import { readItems } from './publish.ts'

const items = readItems(fileURLToPath(new URL('../../content/tongguan', import.meta.url))).map((i) => i.item)
const itemOf = (id: string) => items.find((i) => i.id === id) as (typeof items)[number]
const messages = (schema: FormSchema, form: object) => formProblems(schema, form as never).map((p) => p.message)

const schema: FormSchema = {
  type: 'object',
  properties: {
    reason: { title: '原因', type: 'string', minLength: 1, maxLength: 5 },
    size: { title: '几口人', type: 'integer', minimum: 1, maximum: 20 },
    home: { title: '房子', type: 'string', enum: ['own', 'rent'] },
    since: { title: '哪一天', type: 'string', format: 'date' },
    id: { title: '身份证号', type: 'string', format: 'cn-id' },
    phone: { title: '电话', type: 'string', format: 'cn-phone' },
    car: { title: '有车吗', type: 'boolean' },
    family: {
      title: '家人',
      type: 'array',
      maxItems: 10,
      items: {
        type: 'object',
        properties: { name: { title: '姓名', type: 'string', minLength: 1, maxLength: 50 } },
        required: ['name'],
        additionalProperties: false,
      },
    },
    wants: { title: '要什么', type: 'array', items: { type: 'string', enum: ['meal'] }, minItems: 1 },
  },
}

describe('what is wrong is said in a sentence that names the question', () => {
  test.each<[object, string]>([
    [{ reason: '' }, '请填写“原因”'],
    [{ reason: '一二三四五六' }, '“原因”最多 5 个字'],
    [{ size: 0 }, '“几口人”不能小于 1'],
    [{ size: '三' }, '“几口人”应为整数'],
    [{ home: 'tent' }, '“房子”不在可选范围内'],
    [{ since: '2026-02-30' }, '“哪一天”应为日期，例如 2026-09-21'],
    [{ id: '340799195809200018' }, '“身份证号”不是有效的身份证号，请核对每一位'],
    [{ phone: '12' }, '“电话”应为11位手机号，或带区号的固定电话'],
    [{ car: '有' }, '“有车吗”应为是或否'],
    [{ wants: [] }, '“要什么”至少 1 项'],
    [{ shoe: 1 }, '表单里没有“shoe”这一项'],
    [{ constructor: 1 }, '表单里没有“constructor”这一项'],
    [{ reason: ' 　' }, '请填写“原因”'],
    [{ family: [{ name: '李四' }, {}] }, '请填写“姓名”'],
    [{ family: [{ name: '   ' }] }, '请填写“姓名”'],
    [{ family: [{ name: '李四', age: 3 }] }, '“家人”里有不认识的内容“age”'],
    [{ family: Array(11).fill({ name: '李四' }) }, '“家人”最多 10 项'],
  ])('%j: %s', (form, message) => {
    expect(messages(schema, form)).toEqual([message])
  })
  test('a row is named by its place', () => {
    const fields = formProblems(schema, { family: [{ name: '李四' }, { name: '' }] }).map((p) => p.field)
    expect(fields).toEqual(['family.1.name'])
  })
  test('however deep a body is nested, it is only refused', () => {
    let deep: unknown = []
    for (let i = 0; i < 100_000; i++) deep = [deep]
    expect(messages(schema, { wants: deep })).toContain('“要什么”应为文字')
  })
  test('all at once', () => {
    expect(messages(schema, { size: 0, home: 'tent', car: 1 })).toHaveLength(3)
  })
})

describe('a question that does not apply', () => {
  const permit = itemOf('residence-permit')
  const base = {
    'household-address': '铜陵市',
    'came-on': '2026-01-01',
    ground: 'work',
    'unit-name': '厂',
    'for-whom': 'self',
  }
  test('need not be answered', () => {
    expect(itemProblems(permit, base)).toEqual([])
  })
  test('is asked as soon as its fact holds', () => {
    const { 'unit-name': _, ...rest } = base
    expect(itemProblems(permit, rest).map((p) => p.field)).toEqual(['unit-name'])
    expect(itemProblems(permit, { ...base, 'for-whom': 'child' }).map((p) => p.field)).toEqual([
      'holder-name',
      'holder-id',
    ])
  })
})

describe('every form of the pack', () => {
  test.each(items.map((i) => [i.name, i] as const))(
    '%s can be answered, and an empty one says what to fill',
    (_, item) => {
      const all = someAnswers(item.form)
      expect(itemProblems(item, all)).toEqual([])
      const facts = factsOf(item, {})
      const due = (item.form.required ?? []).filter((name) => {
        const asked = item.form.properties[name]?.['x-show-if']
        return !asked || holds(facts, asked)
      })
      expect(
        itemProblems(item, {})
          .map((p) => p.field)
          .sort(),
      ).toEqual(due.sort())
    },
  )
  test('asks three to ten questions, each short enough to be read at once', () => {
    for (const item of items) {
      const asked = Object.values(item.form.properties)
      expect(asked.length, item.id).toBeLessThanOrEqual(10)
      expect(asked.length, item.id).toBeGreaterThanOrEqual(3)
      for (const q of asked) expect(q.title.length, `${item.id} ${q.title}`).toBeLessThanOrEqual(32)
    }
  })
})
