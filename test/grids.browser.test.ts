import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from '../bin/built-web.ts'
import { describeInBrowser } from './browser.ts'
import { pressOn, serve, wellMade } from './page.ts'
import { settle } from './settle.ts'
import { openWorld, type World } from './world.ts'

const desk = { viewport: { width: 1440, height: 900 } }

await describeInBrowser('grids and the people who walk them', (browser) => {
  let world: World
  let site: Awaited<ReturnType<typeof serve>>
  const at = (who: string | null, path: string, options = {}) => site.open(browser, who, path, { ...desk, ...options })
  beforeAll(async () => {
    await builtWeb()
    world = await openWorld()
    site = await serve(world)
    await settle(world, 'tianjinghu-g007', 6)
    await settle(world, 'tianjinghu-g008', 4)
    const care = { category: 'living-alone', since: '2026-01-01', basis: '走访得知' }
    for (const n of [0, 1, 2])
      await world.call('zhou-min', 'POST', `/api/persons/p-tianjinghu-g007-${n + 1}-0/care`, {
        ...care,
        since: `2026-0${7 + n}-20`,
      })
  })
  afterAll(async () => {
    expect(site.errors).toEqual([])
    await world.close()
  })
  const day = async (page: Page, field: string, iso: string) => {
    const [y = '', m = '', d = ''] = iso.split('-')
    for (const [part, value] of [
      ['year', y],
      ['month', m],
      ['day', d],
    ] as const)
      await page.locator(`#field-${field}-${part}`).fill(value)
  }

  test('the menu stands in groups and is walked by keys', async () => {
    const page = await at('lu-wei', '/desk')
    const menu = page.getByRole('navigation', { name: '主菜单' })
    await menu.getByRole('button', { name: '办件' }).waitFor()
    expect(await menu.getByRole('link', { name: '巡查计划' }).count()).toBe(0)
    await pressOn(page, '网格')
    await pressOn(page, '巡查计划')
    await page.getByRole('heading', { name: '巡查计划', exact: true }).waitFor()
    expect(await menu.getByRole('button', { name: '网格' }).getAttribute('aria-expanded')).toBe('true')
    await page.getByText('还没有巡查计划。请在下面新建第一个。').waitFor()
  })

  test('the list is the way through the grids; what is chosen in it is chosen on the map', async () => {
    const page = await at('lu-wei', '/desk/grids')
    await page.getByText('共 25 个网格。').waitFor()
    await page.getByText('网格员：华云').waitFor()
    await pressOn(page, '天井湖第7网格')
    await page.waitForURL(/grid=tianjinghu-g007/)
    expect(await page.getByRole('button', { name: /天井湖第7网格/ }).getAttribute('aria-pressed')).toBe('true')
    await wellMade(page, 'grids')
    const small = await at('lu-wei', '/desk/grids', { viewport: { width: 360, height: 740 } })
    await small.getByText('共 25 个网格。').waitFor()
    await wellMade(small, 'grids-phone')
  })

  test('the map is drawn under the page’s own policy; what is chosen on it is chosen in the list, and its buttons need no dragging', async () => {
    const page = await at('lu-wei', '/desk/grids', { bypassCSP: false })
    const drawn = await page.evaluate(() => Boolean(document.createElement('canvas').getContext('webgl2')))
    // A browser without WebGL has the list, which the next test looks at.
    if (!drawn) return void (await page.getByText('这台设备的浏览器显示不了地图').waitFor())
    await page.locator('.map-box[data-state=ready]').waitFor()
    const canvas = page.getByRole('region', { name: '网格地图' })
    await canvas.click()
    await page.waitForURL(/grid=tianjinghu-g/)
    expect(await page.getByRole('button', { pressed: true }).innerText()).toMatch(/天井湖第\d+网格/)
    for (const name of ['放大', '向左', '向上', '向右', '向下', '缩小', '看全部'])
      await page.getByRole('button', { name, exact: true }).click()
  })

  test('without WebGL the page says so, and nothing is missing', async () => {
    const page = await at('lu-wei', '/desk')
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null
    })
    await page.goto(`${site.base}/desk/grids`)
    await page.getByText('这台设备的浏览器显示不了地图').waitFor()
    await page.getByRole('link', { name: /一格一档\s*天井湖第1网格/ }).press('Enter')
    await page.getByRole('heading', { name: '天井湖第1网格' }).waitFor()
  })

  test('somebody over the whole district chooses a community', async () => {
    const page = await at('shi-rui', '/desk/grids')
    await page.getByLabel('社区').selectOption({ label: '农林村' })
    await page.getByText('网格员：宋杰').waitFor()
  })

  test('one grid: who walks it, what stands in it, what it was', async () => {
    const page = await at('lu-wei', '/desk/grids/tianjinghu-g007')
    await page.getByRole('heading', { name: '天井湖第7网格' }).waitFor()
    await page.getByText('B 岗（网格）、占 100% 时间').waitFor()
    await page.getByRole('link', { name: 'tianjinghu-g007-1栋' }).waitFor()
    await page.getByRole('img', { name: '天井湖第7网格的边界' }).waitFor()
    await page.getByText('户籍人口').waitFor()
    await wellMade(page, 'grid-file')
    await (await at('lu-wei', '/desk/grids/xingfu-g001')).getByText('没有这个网格，或者不在您的范围内').waitFor()
  })

  test('R-2.1 the notice is open to anyone, on a phone, and printed by the server', async () => {
    const page = await site.open(browser, null, '/grid/tianjinghu-g007')
    await page.getByRole('link', { name: '拨打 0562-0030007' }).waitFor()
    await page.getByText('监督电话').waitFor()
    await wellMade(page, 'grid-notice')
    const pdf = await page.request.get(`${site.base}/api/grids/tianjinghu-g007/notice.pdf`)
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    await (await site.open(browser, null, '/grid/nowhere-g001')).getByText('没有这个网格').waitFor()
  })

  test('R-2.6 nobody stands in: an alert where people begin; the day is offered for the hand-over', async () => {
    const page = await at('lu-wei', '/desk/absences')
    await page.getByText('没有人请假。').waitFor()
    await page.getByRole('group', { name: '网格员' }).getByLabel('华云').check()
    await page.getByRole('group', { name: '交接清单' }).getByText('走访：住tianjinghu-g007-1栋0').click()
    await page.getByLabel('事由').fill('年休')
    await page.getByLabel('其他交接事项').fill('钥匙在窗口')
    await wellMade(page, 'absence-form')
    await page.getByRole('button', { name: '登记请假' }).click()
    await page.getByText('已登记，但还没有人顶岗。').waitFor()
    await page.getByRole('heading', { name: '无人顶岗（1）' }).waitFor()
    await page.getByText('钥匙在窗口').waitFor()
    await wellMade(page, 'absences')
    for (const [who, path] of [
      ['lu-wei', '/desk'],
      ['tao-jie', '/command'],
    ] as const) {
      const start = await at(who, path)
      await start.getByText('华云（天井湖第7网格）').waitFor()
    }
    const watched = await at('shi-rui', '/desk/absences')
    await watched.getByText('年休').waitFor()
    expect(await watched.getByText('钥匙在窗口').count()).toBe(0)
  })

  test('a patrol is planned with points and what to look at; a slip is told beside its field and loses nothing', async () => {
    const page = await at('lu-wei', '/desk/patrols')
    await page.getByLabel('计划名称').fill('消防通道巡查')
    await page.getByLabel('网格', { exact: true }).selectOption({ label: '天井湖第7网格' })
    await page.getByLabel('重点巡查').check()
    await page.getByLabel('检查项').fill('通道畅通、灭火器在位')
    await page.getByRole('button', { name: '新建计划' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('计划名称').inputValue()).toBe('消防通道巡查')
    await wellMade(page, 'patrol-form')
    await page.getByLabel('点位', { exact: true }).fill('12栋楼道')
    await page.getByRole('button', { name: '新建计划' }).click()
    await page.getByText('12栋楼道：通道畅通、灭火器在位').waitFor()
    await page.getByText('0/4 点次').waitFor()
    await wellMade(page, 'patrols')
  })

  test('minutes become tasks with a name and a day', async () => {
    const page = await at('lu-wei', '/desk/meetings')
    await page.getByLabel('会议题目').fill('周例会')
    await page.getByLabel('参加人').fill('鲁威、华云、傅晓丽')
    await page.getByLabel('纪要').fill('布置国庆前消防检查。')
    await page.getByLabel('任务', { exact: true }).fill('清理12栋楼道')
    await page.getByLabel('傅晓丽').check()
    await day(page, 'tasks-0-dueOn', '2026-09-28')
    await page.getByRole('button', { name: '登记例会' }).click()
    await page.getByText('已登记，分派了 1 项任务。').waitFor()
    await page.getByRole('region', { name: '周例会的任务' }).getByText('2026年9月28日').waitFor()
    await wellMade(page, 'meetings')
  })

  test('R-2.11 a month’s appraisal says what is counted, of what, and that more reports win nothing', async () => {
    const page = await at('lu-wei', '/desk/appraisal')
    await page.getByText('上报多少条不计分').waitFor()
    await page.getByText('权重 40').waitFor()
    await page.getByText('0/3，0%').waitFor()
    await wellMade(page, 'appraisal')
    const small = await at('shi-rui', '/desk/appraisal', { viewport: { width: 360, height: 740 } })
    await small.getByText('权重 40').waitFor()
    await wellMade(small, 'appraisal-phone')
  })

  test('the head changes a post, puts somebody into an empty grid, and what was stays known', async () => {
    const page = await at('lu-wei', '/desk/grid-posts')
    await page.getByRole('button', { name: '调整 傅晓丽，天井湖第8网格' }).click()
    await page.getByLabel('时间占比（%）').fill('60')
    await page.getByLabel('A 岗（窗口）').check()
    await wellMade(page, 'posts')
    await page.getByRole('button', { name: '确认调整' }).click()
    await page.getByText('A 岗（窗口）、占 60% 时间').waitFor()
    await page.getByRole('button', { name: '安排网格员' }).click()
    await page.getByRole('group', { name: '姓名' }).getByLabel('傅晓丽').check()
    await page.getByLabel('网格', { exact: true }).selectOption({ label: '天井湖第9网格' })
    await page.getByRole('button', { name: '安排', exact: true }).click()
    await page.getByRole('alert').getByText('其他岗位已占 60%').waitFor()
    await page.getByLabel('时间占比（%）').fill('40')
    await page.getByRole('button', { name: '安排', exact: true }).click()
    await page.getByText('已生效，公示牌同时更新。').waitFor()
    const grid = await at('lu-wei', '/desk/grids/tianjinghu-g008')
    await grid.getByText('以前的网格员').click()
    await grid.getByText('傅晓丽，B 岗（网格）、占 80% 时间').waitFor()
  })

  test('who should be visited: who waits longest first, and only by what one may know', async () => {
    const page = await at('lu-wei', '/desk/care')
    await page.getByText('超期').first().waitFor()
    expect(await page.getByRole('row').nth(1).innerText()).toMatch(/住tianjinghu-g007-1栋0[\s\S]*超期 33 天/)
    await page.getByRole('button', { name: '已经超期（2）' }).click()
    expect(await page.getByRole('row').count()).toBe(3)
    await wellMade(page, 'care')
    await (await at('shi-rui', '/desk/care')).getByText('您看不到这里的内容').waitFor()
  })

  test('a division: old ones, new ones, each house by keys, a look before the act, and the old notice leads on', async () => {
    const page = await at('lu-wei', '/desk/grids/divide?from=tianjinghu-g007')
    await page.getByRole('button', { name: '再加一个新网格' }).click()
    await page.locator('#field-into-0-name').fill('湖东一格')
    await page.locator('#field-into-1-name').fill('湖东二格')
    await page.locator('#field-into-0-worker').selectOption({ label: '华云' })
    await page.getByText('还有 7 栋没有分到新网格。').waitFor()
    await page.getByLabel('天井湖第7网格的楼栋全部分到').selectOption({ label: '湖东一格' })
    await page.getByText('所有楼栋都已分到新网格。').waitFor()
    await page.getByRole('button', { name: '预览' }).click()
    await page.getByRole('alert').getByText('每个新网格至少要有一栋楼').waitFor()
    for (const n of [1, 2, 3]) await page.getByLabel(`tianjinghu-g007-${n}栋`).selectOption({ label: '湖东二格' })
    await page.getByRole('button', { name: '预览' }).click()
    const preview = page.getByRole('region', { name: '划分预览表' })
    await preview.getByText('2. 湖东二格').waitFor()
    await wellMade(page, 'divide')
    await page.getByRole('button', { name: '确认划分' }).click()
    await page.getByRole('heading', { name: '网格已经划分' }).waitFor()
    await wellMade(page, 'divided')
    const old = await site.open(browser, null, '/grid/tianjinghu-g007')
    await old.getByRole('link', { name: '湖东二格' }).click()
    await old.getByText('暂缺，请找网格长').waitFor()
    const file = await at('lu-wei', '/desk/grids/tianjinghu-g007')
    await file.getByText('这个网格已于 2026年9月21日 撤销').waitFor()
  })
})
