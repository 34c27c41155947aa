import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from '../bin/built-web.ts'
import { describeInBrowser } from './browser.ts'
import { phone, serve, shoot, wellMade } from './page.ts'
import { openWorld, type World } from './world.ts'

const desk = { viewport: { width: 1440, height: 900 } }
const facilities = '/api/registers/facility/entries'
const facility = (more: object) => ({ source: 'rebuild', area: 320, status: 'opened', ...more })

const dayIn = async (group: Locator, year: string, month: string, day: string) => {
  await group.getByLabel('年').fill(year)
  await group.getByLabel('月').fill(month)
  await group.getByLabel('日').fill(day)
}

await describeInBrowser('the registers at the desks', (browser) => {
  let world: World
  let site: Awaited<ReturnType<typeof serve>>
  const post = async (who: string, url: string, body: object): Promise<string> => {
    const res = await world.call(who, 'POST', url, body)
    expect(res.status, `${url}: ${JSON.stringify(res.body)}`).toBe(200)
    return res.body.id
  }
  const at = (page: Page) => new URL(page.url())
  beforeAll(async () => {
    await builtWeb()
    world = await openWorld()
    site = await serve(world)
    const names = [
      ['xingfu', '幸福社区服务中心', 'F-201', '2018-05-01'],
      ['xingfu', '幸福社区文化活动室', 'F-202', '2021-03-15'],
      ['nonglin', '农林村一厅八室', 'F-301', '2017-11-20'],
      ['tianjinghu', '天井湖社区服务中心', 'F-101', '2017-06-01'],
      ['tianjinghu', '天井湖日间照料中心', 'F-102', '2023-09-01'],
    ]
    for (const [i, [community, name, code, openedOn = '']] of names.entries())
      await post('qin-lan', facilities, {
        from: openedOn,
        data: facility({
          community,
          name,
          code,
          openedOn,
          households: 800 + 150 * i,
          operator: i % 2 ? 'committee' : 'commissioned',
          leaseTo: i === 1 ? '2026-09-10' : i === 3 ? '2026-12-31' : '2029-01-01',
          rooms: [
            { component: 'service', name: '一楼大厅', number: 1, area: 120 },
            { component: 'reading-room', number: 1, area: 40, shared: true },
          ],
          lon: 117.8 + i * 0.01,
          lat: 30.93 + i * 0.008,
        }),
      })
  })
  afterAll(async () => {
    expect(site?.errors).toEqual([])
    await world?.close()
  })

  test('R-10.1 the keeper enters a facility, its road goes step by step until it opens; a mistake is corrected', async () => {
    const page = await site.open(browser, 'qin-lan', '/desk/registers', desk)
    await page.getByRole('link', { name: '综合服务设施' }).waitFor()
    await wellMade(page, 'registers')
    await page.getByLabel('找一本台账').fill('设施')
    await expect.poll(() => page.getByRole('link', { name: /公约/ }).count()).toBe(0)
    await page.getByRole('link', { name: '综合服务设施' }).click()
    await page.getByText('共 5 处').waitFor()
    await wellMade(page, 'register-list')
    await page.getByRole('link', { name: '新增' }).click()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('heading', { name: '有问题需要处理' }).waitFor()
    const focused = await page.evaluate(() => document.activeElement?.className)
    expect(focused).toContain('error-summary')
    await wellMade(page, 'register-new-refused')
    await page.getByLabel('编号', { exact: true }).fill('F-103')
    await page.getByLabel(/^名称/).first().fill('湖东新村邻里中心')
    await page.getByRole('combobox', { name: '所属社区' }).selectOption({ label: '天井湖社区' })
    await page.getByRole('radio', { name: '改扩建' }).check()
    await page.getByLabel('建筑面积（平方米）').fill('４８0')
    await page.getByRole('radio', { name: '计划' }).check()
    expect(await page.getByRole('radio', { name: '已验收' }).count(), 'a new one begins at the beginning').toBe(0)
    const dates = page.getByRole('group', { name: '从哪天起' })
    await dayIn(dates, '2026', '3', '1')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('已登记。').waitFor()
    await page.getByRole('heading', { level: 1, name: '湖东新村邻里中心' }).waitFor()
    for (const [to, reason] of [
      ['在建', '五月开工'],
      ['已验收', '竣工验收'],
      ['已开放', '向居民开放'],
    ] as const) {
      await page.getByRole('button', { name: `转为“${to}”` }).click()
      const form = page.getByRole('form', { name: `转为“${to}”` })
      await form.getByLabel('变更原因').fill(reason)
      if (to === '已开放') {
        await form.getByRole('button', { name: `转为“${to}”` }).click()
        await form.getByText('请填写“向居民开放日期”').first().waitFor()
        await wellMade(page, 'register-step')
        await dayIn(form.getByRole('group', { name: '向居民开放日期' }), '2026', '9', '20')
      }
      await form.getByRole('button', { name: `转为“${to}”` }).click()
      await page.getByText(`已转为“${to}”。`).waitFor()
    }
    await wellMade(page, 'register-entry')
    await world.goTo('2026-10-12T10:00:00+08:00')
    await page.reload()
    await page.getByRole('link', { name: /^更正/ }).last().click()
    await page.getByRole('heading', { level: 1, name: '更正：湖东新村邻里中心' }).waitFor()
    await page.getByLabel('建筑面积（平方米）').fill('450')
    await page.getByRole('button', { name: '登记更正' }).click()
    await page.getByRole('link', { name: /更正原因/ }).waitFor()
    expect(await page.getByLabel('建筑面积（平方米）').inputValue(), 'nothing typed is lost').toBe('450')
    await wellMade(page, 'register-correct')
    await page.getByLabel('更正原因').fill('测绘报告为 450 平方米')
    await page.getByRole('button', { name: '登记更正' }).click()
    await page.getByText('更正已登记').waitFor()
    await page.locator('del', { hasText: '480' }).first().waitFor()
    await wellMade(page, 'register-entry-corrected')
    await page.context().close()
  }, 240_000)

  test('the keeper of a community sees only her own; the leader reads what was known before the correction', async () => {
    const hers = await site.open(browser, 'ge-hui', '/desk/registers/facility', { viewport: phone })
    await hers.getByText('共 3 处').waitFor()
    expect(await hers.locator('main').getByText('幸福社区').count()).toBe(0)
    await wellMade(hers, 'register-list-phone')
    await hers.getByRole('link', { name: '湖东新村邻里中心' }).click()
    await hers.getByText('450').first().waitFor()
    await wellMade(hers, 'register-entry-phone')
    await hers.context().close()
    const his = await site.open(browser, 'xu-zhengyang', '/desk/registers/facility', desk)
    await his.getByText('共 6 处').waitFor()
    await his.getByText('由这本台账的管理岗位登记').first().waitFor()
    await his.getByRole('link', { name: '湖东新村邻里中心' }).click()
    await his.getByText('看过去的样子').click()
    await his.getByLabel('按某日所知').fill('2026-09-30')
    await his.getByRole('button', { name: '查看', exact: true }).click()
    await his.getByText('这是 2026年9月30日所知的情况').waitFor()
    await expect.poll(() => his.locator('.field-pairs').innerText()).toContain('480')
    await wellMade(his, 'register-entry-known')
    await his.getByRole('button', { name: '回到现在' }).click()
    await expect.poll(() => his.locator('.field-pairs').innerText()).toContain('450')
    expect(at(his).search).toBe('')
    await his.context().close()
  }, 120_000)

  test('a list is narrowed by what its definition says; the address is the whole state; nothing fits and nothing there are told apart', async () => {
    const page = await site.open(browser, 'qin-lan', '/desk/registers/facility', desk)
    await page.getByText('共 6 处').waitFor()
    await page.getByLabel('所属社区').selectOption({ label: '幸福社区' })
    await page.getByText('共 2 处').waitFor()
    expect(at(page).searchParams.get('where')).toContain('community:xingfu')
    await page.getByText('更多条件').click()
    const opened = page.getByRole('group', { name: '向居民开放日期' })
    await opened.getByLabel('从哪天').fill('2020-01-01')
    await page.getByText('共 1 处').waitFor()
    await page.reload()
    await page.getByText('共 1 处').waitFor()
    await wellMade(page, 'register-narrowed')
    await page.getByRole('button', { name: '把现在的条件存为视图' }).click()
    const keeping = page.getByRole('form', { name: '把现在的条件存为视图' })
    await keeping.getByRole('button', { name: '保存视图' }).click()
    await keeping.getByText('请填写“名称”').first().waitFor()
    await keeping.getByLabel('名称').fill('幸福社区近年开放')
    await keeping.getByLabel('本单位同事也能用').check()
    await wellMade(page, 'register-view')
    await keeping.getByRole('button', { name: '保存视图' }).click()
    await page.getByRole('link', { name: '幸福社区近年开放' }).waitFor()
    await page.getByLabel('按名称或内容查找').fill('没有这个')
    await page.keyboard.press('Enter')
    await page.getByText('没有符合条件的').waitFor()
    await wellMade(page, 'register-no-match')
    await page.getByRole('button', { name: '清除条件' }).last().click()
    await page.getByText('共 6 处').waitFor()
    await page.getByRole('link', { name: '幸福社区近年开放' }).click()
    await page.getByText('共 1 处').waitFor()
    await page.getByRole('button', { name: '删除视图' }).click()
    await page.getByRole('link', { name: '幸福社区近年开放' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '清除条件' }).click()
    await page.getByText('共 6 处').waitFor()
    await page.getByRole('button', { name: '导出' }).click()
    const out = page.getByRole('form', { name: '导出' })
    await out.getByLabel('导出用途').fill('年度设施核对')
    await out.getByRole('radio', { name: 'CSV' }).check()
    const file = page.waitForEvent('download')
    await out.getByRole('button', { name: '导出' }).click()
    expect((await file).suggestedFilename()).toMatch(/^综合服务设施 .*[.]csv$/)
    await wellMade(page, 'register-export')
    await page.getByRole('link', { name: '导入' }).last().click()
    await page.getByRole('radio', { name: '综合服务设施' }).waitFor()
    expect(await page.getByRole('radio', { name: '综合服务设施' }).isChecked()).toBe(true)
    await wellMade(page, 'register-import')
    await page.goBack()
    await page.getByRole('button', { name: '地图' }).click()
    const drawn = await page.evaluate(() => Boolean(document.createElement('canvas').getContext('webgl2')))
    if (drawn) await page.locator('.map-box[data-state=ready]').waitFor()
    await page.getByText('5 处标了位置').waitFor()
    await page.getByRole('link', { name: '天井湖社区服务中心' }).focus()
    await page.getByRole('link', { name: '打开：天井湖社区服务中心' }).waitFor()
    await page.waitForTimeout(2500)
    await wellMade(page, 'register-map')
    await page.goto(`${site.base}/desk/registers/delegation`)
    await page.getByText('这本台账还没有登记').waitFor()
    await wellMade(page, 'register-empty')
    await page.context().close()
    const other = await site.open(browser, 'shui-qing', '/desk/registers', desk)
    await other.getByText('您看不到这里的内容').waitFor()
    await wellMade(other, 'registers-no-permission')
    await other.context().close()
  }, 120_000)

  test('personal fields are masked, shown in full for a minute against a purpose, and never taken for what was typed', async () => {
    const id = await post('ge-hui', '/api/registers/culture-team/entries', {
      from: '2026-01-01',
      data: {
        number: 'T-1',
        name: '天井湖合唱团',
        community: 'tianjinghu',
        kind: 'music',
        members: 24,
        leader: '甄善歌',
        phone: '10012345678',
        status: 'active',
      },
    })
    const page = await site.open(browser, 'ge-hui', `/desk/registers/culture-team/${id}`, desk)
    await page.clock.install()
    await page.reload()
    await page.getByText('100****5678').waitFor()
    await page.getByRole('button', { name: '显示完整信息' }).click()
    await page.getByRole('button', { name: '显示 60 秒' }).click()
    await page.getByText('“用途”').first().waitFor()
    await page.getByLabel('用途').fill('通知演出安排')
    await page.getByRole('button', { name: '显示 60 秒' }).click()
    await page.getByText('10012345678').waitFor()
    await wellMade(page, 'register-revealed')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('10012345678').isVisible()).toBe(false)
    await shoot(page, 'register-print')
    await page.emulateMedia({ media: 'screen' })
    await page.clock.fastForward(61_000)
    await page.getByText('10012345678').waitFor({ state: 'detached' })
    await page.goto(`${site.base}/desk/registers/culture-team/${id}/change`)
    await page.getByText('已登记：100****5678').waitFor()
    await page.getByLabel('固定成员（人）').fill('26')
    await page.getByLabel('变更原因').fill('新招两人')
    await wellMade(page, 'register-change')
    await page.getByRole('button', { name: '登记变更' }).click()
    await page.getByText('变更已登记。').waitFor()
    await page.getByText('100****5678').waitFor()
    await page.context().close()
  }, 120_000)

  test('what falls due stands first and is marked done with a word; a phone shows it all', async () => {
    const page = await site.open(browser, 'qin-lan', '/desk/registers', { viewport: phone })
    await page.getByRole('heading', { name: '到期事项' }).waitFor()
    await page.getByRole('link', { name: '幸福社区文化活动室' }).waitFor()
    await wellMade(page, 'registers-phone')
    const row = page.getByRole('row', { name: /幸福社区文化活动室/ })
    await row.getByRole('button', { name: '登记办结' }).click()
    await row.getByLabel('说明').fill('已续租三年')
    await row.getByRole('button', { name: '登记办结' }).click()
    await page.getByRole('link', { name: '幸福社区文化活动室' }).waitFor({ state: 'detached' })
    await page.goto(`${site.base}/desk/registers/facility/new`)
    await page.getByLabel('编号', { exact: true }).waitFor()
    await wellMade(page, 'register-new-phone')
    await page.context().close()
  }, 120_000)
})
