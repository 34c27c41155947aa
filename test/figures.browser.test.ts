import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from '../bin/built-web.ts'
import { describeInBrowser } from './browser.ts'
import { serve, wellMade } from './page.ts'
import { stages } from './stages.ts'
import { openWorld, type World } from './world.ts'

const desk = { viewport: { width: 1440, height: 900 } }
const period = 'from=2026-09-01&to=2026-12-31'

await describeInBrowser('figures', (browser) => {
  let world: World
  let site: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    await builtWeb()
    world = await openWorld()
    const stage = stages(world)
    for (const name of ['received', 'correction', 'returned', 'stopped', 'badlyRated', 'late'] as const)
      await stage[name]()
    site = await serve(world)
  })
  afterAll(async () => {
    expect(site.errors).toEqual([])
    await world.close()
  })
  const figure = async (id: string, more = '', who = 'shi-rui') =>
    (await world.call(who, 'GET', `/api/indicators/${id}/figure?${period}${more}`)).body

  test('each figure of the list opens to exactly the rows it was counted from', async () => {
    const page = await site.open(browser, 'shi-rui', `/desk/figures?${period}`, desk)
    const line = page.getByRole('row').filter({ hasText: '补正率' })
    await line.waitFor()
    await wellMade(page, 'figures')
    await line.getByRole('link', { name: /看明细/ }).click()
    await page.getByRole('button', { name: '计入分子的' }).waitFor()
    const { numerator, rows } = await figure('correction-rate')
    expect(rows).toBeGreaterThan(numerator)
    const body = page.locator('main tbody tr')
    expect(await body.count()).toBe(rows)
    await wellMade(page, 'figures-rows')
    await page.getByRole('button', { name: '计入分子的' }).click()
    await expect.poll(() => body.count()).toBe(numerator)
    await page.context().close()
  })

  test('the list is narrowed by word and by where figures stand; nothing fitting is told apart from nothing there', async () => {
    const page = await site.open(browser, 'xu-zhengyang', `/desk/figures?${period}`, desk)
    await page.getByText('居民理事会组建率').waitFor()
    await page.getByLabel('查找').fill('K01')
    await expect.poll(() => page.locator('main tbody tr:not(.group)').count()).toBe(2)
    await page.getByLabel('状态').selectOption('met')
    await page.getByText('没有符合条件的指标').waitFor()
    await wellMade(page, 'figures-no-match')
    await page.getByRole('button', { name: '清除条件' }).click()
    await page.getByText('居民理事会组建率').waitFor()
    await page.context().close()
  })

  test('what nothing is known of says so, with its target beside it', async () => {
    const page = await site.open(browser, 'shi-rui', '/desk/figures/culture-participation', desk)
    await page.getByText('还没有人填报').waitFor()
    await page.getByText('暂无').first().waitFor()
    await page.getByText('区“十三五”文化发展目标').waitFor()
    await wellMade(page, 'figure-told')
    await page.context().close()
  })

  test('one indicator: its card, its communities, its months', async () => {
    for (const [view, words] of [
      ['card', '计算公式'],
      ['communities', '按数值排'],
      ['months', '2025-10'],
    ] as const) {
      const page = await site.open(browser, 'shi-rui', `/desk/figures/accepted?${period}&view=${view}`, desk)
      await page.getByText(words).first().waitFor()
      await page.getByText('件次').first().waitFor()
      await wellMade(page, `figure-${view}`)
      await page.context().close()
    }
  })

  test('the communities add up to the figure above them', async () => {
    const page = await site.open(browser, 'shi-rui', `/desk/figures/accepted?${period}&view=communities`, desk)
    await page.getByRole('button', { name: '按数值排' }).click()
    const values = await page.locator('main tbody .figure-value').allInnerTexts()
    const { numerator } = await figure('accepted')
    expect(values.map(Number).reduce((a, b) => a + b, 0)).toBe(numerator)
    expect(values.map(Number)).toEqual(values.map(Number).toSorted((a, b) => b - a))
    await page.context().close()
  })

  test('a community sees itself first; of another one what is public, and never its rows', async () => {
    const page = await site.open(browser, 'zhou-min', `/desk/figures?${period}`)
    await page.getByRole('heading', { name: /天井湖社区/ }).waitFor()
    await wellMade(page, 'figures-community')
    await page.goto(`${site.base}/desk/figures/accepted?${period}&place=xingfu&view=rows`)
    await page.getByText('明细只给管这个地方的人看').waitFor()
    await page.getByText('您看不到这里的内容').waitFor()
    await wellMade(page, 'figure-not-yours')
    await page.context().close()
  })

  test('leaders see targets, lines and communities; each cell and each count opens to what it counts', async () => {
    const page = await site.open(browser, 'xu-zhengyang', `/command/figures?${period}&group=S`, desk)
    const cell = page.getByRole('row').filter({ hasText: '天井湖社区' }).getByRole('link', { name: /件次/ }).first()
    await cell.waitFor()
    await wellMade(page, 'dashboard')
    await page.getByLabel('主题').selectOption({ label: '文化社区' })
    await page.getByRole('columnheader', { name: /每社区文化特色队伍/ }).waitFor()
    await wellMade(page, 'dashboard-targets')
    const line = page.getByRole('row').filter({ hasText: '区民政局' })
    const missed = line.getByRole('link').nth(1)
    const n = Number(await missed.innerText())
    expect(n).toBeGreaterThan(0)
    await missed.click()
    await expect.poll(() => page.locator('main tbody tr:not(.group)').count()).toBe(n)
    await page.context().close()
  })

  test('on the wall it is dark and still well made; on paper it is as always', async () => {
    const page = await site.open(browser, 'xu-zhengyang', `/command/figures?${period}&group=K&screen=wall`, {
      viewport: { width: 1920, height: 1080 },
    })
    await page.getByRole('columnheader', { name: /每社区文化特色队伍/ }).waitFor()
    await wellMade(page, 'dashboard-wall')
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(await ground()).toBe('rgb(18, 23, 29)')
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(28, 33, 39)')
    await page.context().close()
  })

  test('R-16.3 a figure is kept, says who may sign it next, and one set by hand shows both values and who signed', async () => {
    const at = `/desk/figures/accepted?${period}&place=tongguan&view=kept`
    const page = await site.open(browser, 'bian-cheng', at, desk)
    await page.getByText('还没有留存过这个数').waitFor()
    await page.getByRole('button', { name: '留存现在的数' }).click()
    await page.getByText('计算：卞程').waitFor()
    await page.getByText('只有责任单位的人能作部门审核').or(page.getByText('要由不同的人')).first().waitFor()
    await page.getByRole('button', { name: '人工改数' }).click()
    await page.getByRole('textbox', { name: /改为多少/ }).fill('7')
    await page.getByRole('textbox', { name: '理由' }).fill('窗口漏登两件')
    await wellMade(page, 'figure-override')
    await page.getByRole('button', { name: '人工改数' }).click()
    await page.getByText('计算值：').waitFor()
    await wellMade(page, 'figure-kept')
    await page.context().close()
  })

  test('on a phone, down to 320 px', async () => {
    for (const [path, name, words] of [
      [`/desk/figures/accepted?${period}&view=card`, 'phone-figure', '计算公式'],
      [`/desk/figures/accepted?${period}&view=communities`, 'phone-figure-communities', '按数值排'],
      [`/desk/figures/accepted?${period}&view=months`, 'phone-figure-months', '2025-10'],
      [`/desk/figures/accepted?${period}&view=rows`, 'phone-figure-rows', '办件编号'],
      [`/command/figures?${period}&group=K`, 'phone-dashboard', '每社区文化特色队伍'],
    ] as const) {
      const page = await site.open(browser, 'shi-rui', path)
      await page.getByText(words).first().waitFor()
      await wellMade(page, name)
      await page.context().close()
    }
  })
})
