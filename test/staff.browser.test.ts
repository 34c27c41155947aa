import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from './browser.ts'
import { serve, wellMade } from './page.ts'
import { builtWeb } from './web.ts'
import { applyFor, openWorld, type World } from './world.ts'

const desk = { viewport: { width: 1440, height: 900 } }

await describeInBrowser('the staff at their desks', (browser) => {
  let world: World
  let site: Awaited<ReturnType<typeof serve>>
  let n: string
  beforeAll(async () => {
    await builtWeb()
    world = await openWorld()
    site = await serve(world)
    const { call } = world
    n = await applyFor(world, 'liu-zhiqiang', 'minimum-living-allowance', {
      materials: ['id-card', 'household-register', 'lease', 'verification-consent', 'income-statement'],
    })
    await call('zhou-min', 'POST', `/api/matters/${n}/acceptance`, {})
    await world.goTo('2026-09-24T10:00:00+08:00')
    const m = (await call('zheng-xiao', 'GET', `/api/matters/${n}`)).body
    const labour = m.tasks.find((t: { unit: string }) => t.unit === 'human-resources')
    await call('zheng-xiao', 'POST', `/api/matters/${n}/tasks/${labour.id}/stop`, {
      kind: '家庭经济状况核对',
      reason: '函询',
      expectedEnd: '2026-10-09',
    })
    const police = m.tasks.find((t: { unit: string }) => t.unit === 'police')
    await call('han-lei', 'POST', `/api/matters/${n}/tasks/${police.id}/return`, {
      code: 'incomplete',
      reason: '请写明车牌',
    })
    await world.goTo('2026-10-09T10:00:00+08:00')
    await applyFor(world, 'li-changfu', 'disabled-family-support')
  })
  afterAll(async () => {
    expect(site.errors).toEqual([])
    await world.close()
  })

  test('a clerk takes a prepared matter by keyboard: initials, Enter, lookup, all here, submit', async () => {
    const page = await site.open(browser, 'zhou-min', '/desk/take', desk)
    await page.getByRole('searchbox').waitFor()
    let keys = 0
    const press = async (key: string) => {
      keys++
      await page.keyboard.press(key)
    }
    await page.keyboard.type('lnyd') // typing
    await press('Enter')
    const id = page.getByLabel('身份证号')
    await id.waitFor()
    const held = (await world.call('wang-guilan', 'GET', '/api/held')).body as { name: string; value: string }[]
    await page.keyboard.type(String(held.find((h) => h.name === 'idNumber')?.value)) // typing
    await press('Enter') // looks the person up and goes on
    await page.getByText('已找到').waitFor()
    const focus = () =>
      page.evaluate(
        () =>
          document.activeElement?.closest('.field, .choice')?.textContent ?? document.activeElement?.textContent ?? '',
      )
    for (let i = 0; i < 6 && !(await focus()).includes('第一次办'); i++) await press('Tab')
    await press('Space')
    await press('Tab')
    await press('Space')
    await press('Tab')
    await page.keyboard.type('王小明')
    await press('Enter')
    await page.keyboard.type('10000000001')
    await press('Enter')
    await press('Space') // all here
    await press('Control+Enter')
    await page.getByText('已收件，待受理').first().waitFor()
    expect(keys).toBeLessThan(20)
    await wellMade(page, 'desk-matter-received')
  })

  test('pages of the desk: home, lists, take, matter', async () => {
    for (const [who, path, name, words] of [
      ['zhou-min', '/desk', 'desk-home', '今天要做的'],
      ['zhou-min', '/desk/take', 'desk-take', '残疾人家庭综合帮扶'],
      ['zhou-min', '/desk/take?item=minimum-living-allowance', 'desk-take-form', '您家里一共几口人'],
      ['zhou-min', '/desk/tasks?state=returned', 'desk-returned', '户籍与车辆核查'],
      ['wei-dongming', '/desk/tasks', 'desk-tasks', '房产核查'],
      ['wei-dongming', '/desk/tasks?light=yellow', 'desk-tasks-none', '没有符合条件的环节'],
      ['zhou-min', '/desk/matters', 'desk-matters', '最低生活保障申请'],
      ['wei-dongming', `/desk/matters/${n}`, 'desk-matter', '办理过程'],
      ['shi-rui', '/command', 'command', '各单位手里的环节'],
    ] as const) {
      const page = await site.open(browser, who, path, desk)
      await page.getByText(words).first().waitFor()
      await wellMade(page, name)
      await page.context().close()
    }
  })

  test('the matter on a phone: the drawing scrolls in its own box, the page does not', async () => {
    const page = await site.open(browser, 'wei-dongming', `/desk/matters/${n}`)
    await page.getByText('办理过程').first().waitFor()
    await wellMade(page, 'desk-matter-phone')
    await page.getByRole('button', { name: '看表格' }).click()
    await wellMade(page, 'desk-matter-phone-table')
  })

  test('a department gives its opinion; a refusal stands beside its field and loses nothing typed', async () => {
    const page = await site.open(browser, 'wei-dongming', `/desk/matters/${n}`, desk)
    await page.getByRole('button', { name: '办理完成' }).click()
    await page.getByRole('button', { name: '确认办理完成' }).click()
    await page.getByRole('alert').getByText('请填写“意见”').waitFor()
    await page.getByLabel('同意', { exact: true }).check()
    await page.getByLabel('意见内容').fill('名下无房产')
    await wellMade(page, 'desk-act')
    await page.getByRole('button', { name: '确认办理完成' }).click()
    await page.getByText('同意：名下无房产').waitFor()
  })

  test('the supervisor sees it late, supervises, and sees changes as they happen', async () => {
    const page = await site.open(browser, 'shi-rui', '/command', desk)
    await page.getByText('实时更新').waitFor()
    await applyFor(world, 'wang-guilan', 'elderly-card')
    const other = await site.open(browser, 'shi-rui', `/desk/matters/${n}`, desk)
    await other.getByRole('button', { name: '督办', exact: true }).click()
    await other.getByText('被督办单位').waitFor()
    await other.getByLabel('天井湖社区服务中心').check()
    await other.getByLabel('督办依据').fill('区政府办督查')
    await other.getByLabel('督办要求').fill('尽快改派')
    await other.getByLabel('几个工作日内答复').fill('2')
    await other.getByRole('button', { name: '确认督办' }).click()
    await other.getByText('督办〔2026〕1号').first().waitFor()
    await wellMade(other, 'command-supervised')
  })
})
