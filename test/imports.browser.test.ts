import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { builtWeb } from '../bin/built-web.ts'
import { stopImports } from '../server/import/keep.ts'
import { describeInBrowser } from './browser.ts'
import { phone, pressOn, serve, wellMade } from './page.ts'
import { gbk, home, idOf, lives, manager, personOf } from './sheets.ts'
import { openWorld, type World } from './world.ts'

const desk = { viewport: { width: 1440, height: 900 } }

await describeInBrowser('bringing a list in', (browser) => {
  let world: World
  let site: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    await builtWeb()
    world = await openWorld()
    site = await serve(world)
  })
  afterAll(async () => {
    expect(site.errors).toEqual([])
    await stopImports(world.house)
    await world.close()
  })

  const line = (i: number, name = '赵小满') => `${name},${idOf(i)},${home(i)},备注${i}`
  const send = (page: Page, name: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  const waitFor = (page: Page, heading: string) =>
    page.getByRole('heading', { name: heading, exact: true }).waitFor({ timeout: 30_000 })

  test('a GBK file with three bad lines: told by line, mended from the file of faults, and brought in', async () => {
    const page = await site.open(browser, manager, '/desk/imports', desk)
    await page.getByText('还没有导入过文件').waitFor()
    await wellMade(page, 'imports-empty')
    await page.getByRole('link', { name: '导入一个文件' }).click()
    await page.getByText('模板里的 13 列').click()
    await wellMade(page, 'imports-new')
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载人口模板' }).click(),
    ])
    expect(template.suggestedFilename()).toBe('人口导入模板.xlsx')

    await send(page, '空.csv', Buffer.from('姓名,证件号码\n'))
    await page.getByRole('alert').getByText('文件里只有标题，没有数据行').waitFor()
    const rows = Array.from({ length: 12 }, (_, i) => line(i))
    const bad = [rows[2] as string, rows[5] as string, rows[9] as string]
    rows[2] = line(2).replace(idOf(2), `${idOf(2).slice(0, 17)}${idOf(2)[17] === '1' ? '2' : '1'}`)
    rows[5] = line(5, '')
    rows[9] = line(9).replace('天井湖社区', '天井胡社区')
    await send(page, '湖东新村名单.csv', gbk(`姓名,公民身份号码,住址,备注\n${rows.join('\n')}\n`))

    await waitFor(page, '列映射')
    expect(await page.getByLabel('证件号码').inputValue()).toBe('1')
    await page.getByText('340****').waitFor()
    expect(await page.locator('main').innerText()).not.toContain(idOf(0))
    await page.getByText('这些列不会导入：备注').waitFor()
    await page.getByRole('button', { name: '试运行' }).click()
    await page.getByRole('alert').getByText('请填写是哪个部门').waitFor()
    await wellMade(page, 'imports-columns')
    await page.getByLabel('部门或名称').fill('公安')
    await page.getByLabel('数据日期').fill('2026-09-01')
    await page.getByRole('button', { name: '试运行' }).click()

    await waitFor(page, '试运行的结果')
    for (const said of ['12 行里有 3 行不对', '第 4 行', '第 7 行', '第 11 行', '没有填写姓名'])
      await page.getByText(said).first().waitFor()
    await page.getByText('请先选择有错的行怎么办').waitFor()
    await page.getByLabel('有一行错就都不导入').check()
    await page.getByText('请改好再上传').waitFor()
    await wellMade(page, 'imports-checked')
    const [faults] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载错误文件' }).click(),
    ])
    expect(faults.suggestedFilename()).toBe('导入错误.csv')
    const text = readFileSync(await faults.path(), 'utf8')
    expect(text.split('\r\n').filter((l) => !l.endsWith(','))).toHaveLength(1 + 3 + 1) // headings, three faults, the end
    expect(text).toContain(',备注,错误')

    // Mended in that very file, which goes back as it is.
    const mended = text.split('\r\n').map((l) => {
      const was = bad.find((b) => l.includes(b.slice(-8)))
      return was ? `${was},` : l
    })
    await page.goto(`${site.base}/desk/imports/new?kind=residents`)
    await send(page, '湖东新村名单-改.csv', Buffer.from(mended.join('\r\n')))
    await waitFor(page, '列映射')
    await page.getByText('已按上次的对应选好').waitFor()
    expect(await page.getByLabel('部门或名称').inputValue()).toBe('公安')
    await page.getByLabel('数据日期').fill('2026-09-01')
    await page.getByRole('button', { name: '试运行' }).click()
    await page.getByText('12 行都检查过了，没有发现错误').waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: '导入 12 行' }).click()
    await waitFor(page, '导入的结果')
    await page.getByText('文件 12 行 = 导入 12 行 + 跳过 0 行').waitFor()
    await page.getByText('导入 12 行 = 新增 12 + 有变化 0 + 没有变化 0').waitFor()
    expect(await page.getByRole('link', { name: '查看待匹配地址' }).getAttribute('href')).toBe('/desk/unmatched')
    await wellMade(page, 'imports-done')
    expect((await personOf(world, 9))?.name).toBe('赵小满')

    await page.setViewportSize(phone)
    await wellMade(page, 'imports-done-phone')
    await page.getByRole('link', { name: '全部导入记录' }).click()
    await page.getByRole('link', { name: '湖东新村名单.csv' }).waitFor()
    await wellMade(page, 'imports-phone')
    await page.getByRole('link', { name: '湖东新村名单.csv' }).click()
    await waitFor(page, '试运行的结果')
    await wellMade(page, 'imports-checked-phone')
    await page.getByRole('button', { name: '重新选择列' }).click()
    await waitFor(page, '列映射')
    await wellMade(page, 'imports-columns-phone')
    await page.context().close()
  })

  test('an xlsx by keyboard, without the bad line; the page is closed meanwhile and finds it done', async () => {
    const cell = (value: string) => ({ value, type: String as StringConstructor })
    const rows = [
      ['证件号码', '姓名', '现住地址', '居住起始日期'],
      ...[51, 52, 53].map((i) => [idOf(i), i === 52 ? '' : '孙小雪', home(i), '2020-05-01']),
    ]
    const file = await writeXlsxFile(rows.map((r) => r.map(cell)) as never).toBuffer()
    const page = await site.open(browser, manager, '/desk/imports/new?kind=residents', desk)
    await page.getByText('选择人口文件').waitFor()
    await send(page, '名单.xlsx', file)
    await waitFor(page, '列映射')
    await pressOn(page, '来源', 'ArrowDown')
    await pressOn(page, '数据日期', '2')
    await page.getByLabel('数据日期').fill('2026-09-02')
    await page.keyboard.press('Enter')
    await waitFor(page, '试运行的结果')
    await pressOn(page, '有一行错就都不导入', 'ArrowDown')
    await pressOn(page, '导入 2 行')
    const at = page.url()
    await page
      .getByText(/正在导入|导入的结果/)
      .first()
      .waitFor()
    await page.close()
    const later = await page.context().newPage()
    await later.goto(at)
    await later.getByText('文件 3 行 = 导入 2 行 + 跳过 1 行').waitFor({ timeout: 30_000 })
    expect(await lives(world, 51)).toEqual([`2020-05-01– ${home(51).slice(5)}`])
    expect(await personOf(world, 52)).toBeUndefined()
    await later.context().close()
  })

  test('whoever has no such duty is told so, and finds no button that leads nowhere', async () => {
    const page = await site.open(browser, 'zhou-min', '/desk/imports', desk)
    await page.getByText('您的岗位不能进行这项操作').waitFor()
    expect(await page.getByRole('link', { name: '导入一个文件' }).count()).toBe(0)
    await page.context().close()
  })
})
