import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import * as fontkit from 'fontkit'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { applyFor, openWorld, type World } from '../../test/world.ts'
import { newId } from '../platform/id.ts'
import { type Issue, issue, type PaperBody, reissue } from './actions.ts'
import { fonts, printable } from './fonts.ts'
import { render } from './render.ts'

let world: World
let number: string
let caseId: string
beforeAll(async () => {
  world = await openWorld()
  number = await applyFor(world, 'wang-guilan', 'minimum-living-allowance', {
    materials: ['id-card', 'household-register', 'lease', 'verification-consent', 'income-statement'],
  })
  const accepted = await world.call('zhou-min', 'POST', `/api/matters/${number}/acceptance`, {})
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body))
  const found = await sql<{ id: string }>`select id from cases where number = ${number}`.execute(world.house.db)
  caseId = found.rows[0]?.id as string
})
afterAll(() => world.close())
afterEach(() => vi.useRealTimers())

const template = {
  title: '收件凭证',
  word: '测',
  addressee: '{applicant}：',
  paragraphs: ['{reason}'],
  list: null,
  closing: null,
}
const given = (more: Partial<Issue> = {}): Issue => ({
  id: newId(),
  district: world.house.district,
  caseId,
  kind: 'receipt',
  sealUnit: 'tianjinghu-centre',
  template,
  values: { applicant: '王桂兰', reason: '材料齐全。' },
  list: [],
  caseNumber: number,
  at: world.house.clock.now(),
  by: 'zhou-min',
  ...more,
})
const inTx = <T>(fn: (tx: Parameters<typeof issue>[0]) => Promise<T>) => world.house.db.transaction().execute(fn)
const print = (who: string, id: string) => world.call(who, 'GET', `/api/papers/${id}.pdf`)
const printed = async (id: string) =>
  (
    await sql<{
      n: number
    }>`select count(*)::int as n from event where verb = 'paper.printed' and data->>'paper' = ${id}`.execute(
      world.house.db,
    )
  ).rows[0]?.n
const row = async (id: string) =>
  (
    await sql<{ body: PaperBody; number: string; version: number }>`select * from paper where id = ${id}`.execute(
      world.house.db,
    )
  ).rows[0]

describe('numbers', () => {
  test('of a series have no gap when 16 issue at once and some fail', async () => {
    const wanted = Array.from({ length: 64 }, (_, i) => i)
    const numbers: string[] = []
    const one = (i: number) =>
      inTx(async (tx) => {
        const { number } = await issue(tx, given({ kind: 'gapless', template: { ...template, word: '号' } }))
        if (i % 3 === 0) throw new Error('changed my mind')
        return number
      }).then(
        (n) => void numbers.push(n),
        () => {},
      )
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let i = wanted.pop(); i !== undefined; i = wanted.pop()) await one(i)
      }),
    )
    expect(numbers).toHaveLength(42)
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 42 }, (_, i) => `天井湖号〔2026〕${i + 1}号`)))
  })
  test('begin anew with the year of Shanghai, apart for each unit and kind', async () => {
    const at = new Date('2026-12-31T16:00:00Z')
    const first = await inTx((tx) => issue(tx, given({ at })))
    const other = await inTx((tx) => issue(tx, given({ at, sealUnit: 'civil-affairs' })))
    expect([first.number, other.number]).toEqual(['天井湖测〔2027〕1号', '区民政局测〔2027〕1号'])
  })
  test('of two kinds never look alike: each has a word of its own', () => {
    const words = Object.values(world.house.papers).map((p) => p.word)
    expect(words).toHaveLength(17)
    expect(new Set(words).size).toBe(words.length)
  })
  test('no two units of the district share the name in a number', async () => {
    const { rows } =
      await sql`select regexp_replace(short_name, '(社区)?(公共|便民|为民)?服务中心$', '') as name from unit group by 1 having count(*) > 1`.execute(
        world.house.db,
      )
    expect(rows).toEqual([])
  })
})

describe('R-B.14 a paper once issued', () => {
  test('cannot be changed or deleted', async () => {
    const { id } = await inTx((tx) => issue(tx, given()))
    for (const statement of [
      sql`update paper set body = '{}' where id = ${id}`,
      sql`delete from paper where id = ${id}`,
    ])
      await expect(statement.execute(world.house.db)).rejects.toThrow()
  })
  test('prints the same bytes for everyone and for ever, and every print is counted', async () => {
    const { id } = await inTx((tx) => issue(tx, given()))
    const both = await Promise.all([print('zhou-min', id), print('wang-guilan', id)])
    await world.goTo('2026-09-22T09:00:00+08:00')
    const later = await print('wang-guilan', id)
    expect([...both, later].map((r) => r.status)).toEqual([200, 200, 200])
    for (const r of both) expect(r.body.equals(later.body)).toBe(true)
    expect(later.body.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await printed(id)).toBe(3)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from paper_file where paper_id = ${id}`.execute(
      world.house.db,
    )
    expect(rows[0]?.n).toBe(1)
  })
  test('does not exist for a stranger, and cannot be had as a file past its log', async () => {
    const { id } = await inTx((tx) => issue(tx, given()))
    expect((await print('liu-zhiqiang', id)).status).toBe(404)
    expect(await printed(id)).toBe(0)
    await print('wang-guilan', id)
    const { rows } = await sql<{ file_id: string }>`select file_id from paper_file where paper_id = ${id}`.execute(
      world.house.db,
    )
    expect((await world.call('wang-guilan', 'GET', `/api/files/${rows[0]?.file_id}`)).status).toBe(404)
  })
  test('is replaced by its next version, which names it; the old one stays and prints as void', async () => {
    const old = await inTx((tx) => issue(tx, given()))
    const before = await print('wang-guilan', old.id)
    const kept = await row(old.id)
    const next = await inTx((tx) => reissue(tx, given(), { id: old.id, reason: '姓名有误' }))
    expect(next).toMatchObject({ number: old.number, version: 2 })
    expect((await row(next.id))?.body.replaces?.version).toBe(1)
    expect(await row(old.id)).toEqual(kept)
    const [voided, again] = [await print('wang-guilan', old.id), await print('wang-guilan', old.id)]
    expect(voided.status).toBe(200)
    expect(voided.body.equals(before.body)).toBe(false)
    expect(voided.body.equals(again.body)).toBe(true)
    expect((await print('wang-guilan', next.id)).status).toBe(200)
  })
  test('is replaced once, and only by one of its case and kind', async () => {
    const old = await inTx((tx) => issue(tx, given()))
    const replace = (more: Partial<Issue> = {}) =>
      inTx((tx) => reissue(tx, given(more), { id: old.id, reason: '有误' }))
    await expect(replace({ kind: 'refusal' })).rejects.toMatchObject({ status: 409 })
    await expect(replace({ caseId: newId() })).rejects.toMatchObject({ status: 409 })
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => replace()))
    expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    await expect(replace()).rejects.toMatchObject({ status: 409 })
  })
})

describe('the text', () => {
  test('leaves out a paragraph that has nothing to say, and keeps what only looks like a placeholder', async () => {
    const paragraphs = ['身份证号：{idNumber}', '一句话。', '理由：{reason}', '{rightBody}']
    const { id } = await inTx((tx) =>
      issue(tx, given({ template: { ...template, paragraphs }, values: { reason: '见 {applicant} 与 $& 的材料' } })),
    )
    expect((await row(id))?.body.paragraphs).toEqual(['一句话。', '理由：见 {applicant} 与 $& 的材料'])
  })
  const pack = 'content/tongguan/papers'
  test.each(readdirSync(pack))('%s asks only for values that a matter has', (name) => {
    const known =
      'applicant item number today receivedAt promised legal dueAt correctionDue toleranceDue result reason remedy refusalKind rightBody resultLine method receivedBy idNumber target basis demand days kind expectedEnd amount note agent why helper'
    const used = [...readFileSync(`${pack}/${name}`, 'utf8').matchAll(/\{(\w+)\}/g)].map((m) => m[1])
    expect(used.filter((u) => !known.split(' ').includes(u as string))).toEqual([])
  })
})

describe('the print', () => {
  const body: PaperBody = {
    title: '受理通知书',
    addressee: '王桂兰：',
    paragraphs: ['您提交的申请，经审查，予以受理。'],
    list: ['居民身份证'],
    closing: null,
    sealName: '天井湖社区公共服务中心',
    caseNumber: 'KM3TR7PB',
  }
  const paper = {
    body,
    number: '天井湖受〔2026〕12号',
    version: 1,
    issuedAt: new Date('2026-09-21T01:00:00Z'),
    voidedAt: null,
  }
  const contentOf = (pdf: Buffer) =>
    [...pdf.toString('latin1').matchAll(/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)]
      .map((m) => inflateSync(Buffer.from(m[1] as string, 'latin1')).toString('latin1'))
      .join('')
  const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length

  test('is the same whenever and wherever it is made', async () => {
    const first = await render(paper)
    vi.useFakeTimers({ now: new Date('2031-05-05T05:05:05Z'), toFake: ['Date'] })
    expect((await render(paper)).equals(first)).toBe(true)
    expect((await render({ ...paper, body: { ...body, closing: '此告。' } })).equals(first)).toBe(false)
  })
  test('of the commonest paper with its five materials is one page; forty materials go over', async () => {
    const { rows } = await sql<{
      body: PaperBody
    }>`select body from paper where case_id = ${caseId} and kind = 'acceptance'`.execute(world.house.db)
    const accepted = rows[0]?.body as PaperBody
    expect(accepted.list).toHaveLength(5)
    expect(pagesOf(await render({ ...paper, body: accepted }))).toBe(1)
    expect(pagesOf(await render({ ...paper, body: { ...accepted, list: Array(40).fill('证明材料') } }))).toBe(3)
  })
  test('has every character of the pack, and of the bold titles', async () => {
    const { rows } = await sql<{
      t: string
    }>`select string_agg(name || short_name, '') as t from unit union all select string_agg(name, '') from account
      union all select string_agg(name, '') from place`.execute(world.house.db)
    const files = ['papers', 'items'].flatMap((d) =>
      readdirSync(`content/tongguan/${d}`).map((f) => readFileSync(`content/tongguan/${d}/${f}`, 'utf8')),
    )
    const text = [...new Set([...rows.map((r) => r.t), ...files].join('').replace(/\s/g, ''))].join('')
    expect(printable(text)).toBe(text)
    const bold = fontkit.create(
      readFileSync(
        createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
      ),
    ) as fontkit.Font
    const titles = Object.values(world.house.papers)
      .map((p) => p.title)
      .join('')
    expect([...`${titles}作废`].filter((c) => !bold.hasGlyphForCodePoint(c.codePointAt(0) as number))).toEqual([])
  })
  test('draws the characters of rare names, says the code of one that no font has, and never a box', async () => {
    expect(printable('王㐂𠮷䶮㛃')).toBe('王㐂𠮷䶮㛃')
    expect(fonts().has('𠮷')).toBe(false)
    expect(fonts().outline('𠮷')).toMatch(/^M/)
    expect(printable('王𪛖😀')).toBe('王〔U+2A6D6〕〔U+1F600〕')
    const drawn = async (name: string) =>
      contentOf(await render({ ...paper, body: { ...body, addressee: name } })).includes('/ActualText')
    expect([await drawn('王吉'), await drawn('王𠮷')]).toEqual([false, true])
  })
  test('is not led astray by what is invisible', async () => {
    expect(printable('王\u202e桂\u200b兰\u0007\ufeff葛\u{e0100}')).toBe('王桂兰葛')
    const wild = `第一行\n第二行\t${'A'.repeat(500)}${'）'.repeat(80)} <b>&amp;</b> %s {x}`
    expect(pagesOf(await render({ ...paper, body: { ...body, paragraphs: [wild, ''], addressee: '' } }))).toBe(1)
  })
})
