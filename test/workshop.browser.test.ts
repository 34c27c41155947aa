import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from '../bin/built-web.ts'
import { describeInBrowser } from './browser.ts'
import { serve, shoot, wellMade } from './page.ts'
import { openWorld, type World } from './world.ts'

const desk = { viewport: { width: 1440, height: 900 } }

await describeInBrowser('the workshop', (browser) => {
  let world: World
  let site: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    await builtWeb()
    world = await openWorld()
    site = await serve(world)
  })
  afterAll(async () => {
    expect(site.errors).toEqual([])
    await world.close()
  })

  test('an item is written, its faults are told while writing, and a second person publishes it', async () => {
    const page = await site.open(browser, 'yan-ke', '/desk/workshop?kind=item&id=residence-permit', desk)
    await page.getByText('没有问题，可以提交').waitFor()
    await page.getByLabel('承诺期限').fill('99')
    await page.getByText('不能长于法定时限').first().waitFor()
    await wellMade(page, 'workshop-item')
    await page.getByLabel('承诺期限').fill('14')
    await page.getByText('没有问题，可以提交').waitFor()
    await page.getByLabel('修改说明').fill('压到十四天')
    await page.getByRole('button', { name: '提交审核' }).click()
    await page.getByText('等另一位同事审核').waitFor()
    await page.context().close()

    const reader = await site.open(browser, 'shi-rui', '/desk/workshop', desk)
    await reader.getByText('压到十四天').click()
    await reader.getByLabel('审核意见').fill('同意')
    await wellMade(reader, 'workshop-review')
    await reader.getByRole('button', { name: '同意并发布' }).click()
    await reader.getByText('已发布').waitFor()
    const { body } = await world.call('yan-ke', 'GET', '/api/workshop/definitions/item/residence-permit')
    expect(body.body.limits.promised.amount).toBe(14)
    await reader.context().close()
  })

  test('a process is drawn on a board that speaks Chinese, and played through', async () => {
    const page = await site.open(browser, 'yan-ke', '/desk/workshop?kind=process&id=joint-verification', desk)
    await page.locator('.djs-shape').first().waitFor()
    await page
      .locator('.djs-palette')
      .getByLabel(/开始事件/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: '走一遍' }).click()
    await page.getByText('走到了终点').waitFor()
    await shoot(page, 'workshop-process')
    await page.context().close()
  })
})
