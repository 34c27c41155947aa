import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from '../bin/built-web.ts'
import { describeInBrowser } from './browser.ts'
import { phone, serve, wellMade } from './page.ts'
import { openWorld, type World } from './world.ts'

const desk = { viewport: { width: 1440, height: 900 } }

await describeInBrowser('the report to the People’s Congress', (browser) => {
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

  test('drafted, read with each figure open to its rows, opined on, locked when nothing is lacking', async () => {
    const page = await site.open(browser, 'bian-cheng', '/desk/reports', desk)
    await page.getByText('还没有报告').waitFor()
    await wellMade(page, 'reports-empty')
    await page.getByLabel('会议日期').fill('2026-09-21')
    await page.getByLabel('数字截止日').fill('2026-09-22')
    await page.getByRole('button', { name: '起草', exact: true }).click()
    await page.getByText('“数字截止日”不能晚于会议日').waitFor()
    await page.getByLabel('数字截止日').fill('2026-09-21')
    await page.getByLabel('第几届（选填）').fill('3')
    await page.getByRole('button', { name: '起草', exact: true }).click()

    await page.getByRole('heading', { name: '一、工作开展情况' }).waitFor()
    await wellMade(page, 'report-text')
    await page.getByRole('link', { name: '122项' }).first().click()
    await page.getByText('指标 S01 上线事项数', { exact: true }).waitFor()
    await page.getByRole('button', { name: '打开明细（122 行）' }).click()
    await page.getByRole('cell', { name: '最低生活保障申请' }).waitFor()
    await wellMade(page, 'report-figure')

    await page.getByRole('link', { name: '修改' }).click()
    const text = page.getByLabel('正文')
    await text.fill((await text.inputValue()).replace('请审议。', '请予审议{{no-such}}。'))
    await page.getByLabel('这一稿改了什么').fill('改一句')
    await page.getByRole('button', { name: '存为新的一稿' }).click()
    await page.getByText('数字标记“no-such”没有绑定来源').waitFor()
    await text.fill((await text.inputValue()).replace('{{no-such}}', ''))
    await wellMade(page, 'report-draft')
    await page.getByRole('button', { name: '存为新的一稿' }).click()
    await page.getByText('第 2 稿。').waitFor()

    await page.getByRole('link', { name: '各稿对照' }).click()
    await page.locator('ins', { hasText: '请予审议。' }).waitFor()
    await wellMade(page, 'report-versions')

    await page.getByRole('link', { name: '意见', exact: true }).click()
    await page.getByLabel('提出人').fill('社会建设委')
    await page.getByLabel('提出日期').fill('2026-09-20')
    await page.getByLabel('意见', { exact: true }).fill('请补充农村社区的情况')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('请补充农村社区的情况').waitFor()

    await page.getByRole('button', { name: '锁定报告' }).click()
    await page.getByText('社会建设委的意见还没有答复').waitFor()
    await wellMade(page, 'report-lacking')
    await page.getByRole('button', { name: '返回', exact: true }).click()
    await page.getByLabel('答复').fill('已在第三部分补充')
    await page.getByRole('button', { name: '提交答复' }).click()
    await page.getByText('，见第 2 稿').waitFor()
    await wellMade(page, 'report-opinions')

    await page.getByRole('link', { name: '节点和承诺' }).click()
    await page.getByText('已逾期').first().waitFor()
    await wellMade(page, 'report-days')

    const leader = await site.open(browser, 'xu-zhengyang', new URL(page.url()).pathname, desk)
    await leader.getByText('个数字等待审核').waitFor()
    await wellMade(leader, 'report-review')
    await leader.getByRole('button', { name: '核对无误，审核通过' }).click()
    await leader.getByText('数字都已经审核').waitFor()
    await leader.context().close()
    await page.reload()
    await page.getByRole('button', { name: '锁定报告' }).click()
    await page.getByRole('button', { name: '锁定', exact: true }).click()
    await page.getByText('已锁定').waitFor()
    await page.getByRole('button', { name: '登记已作报告' }).click()
    await page.getByText('已作报告', { exact: true }).waitFor()
    const [word] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 Word' }).click(),
    ])
    expect(word.suggestedFilename()).toContain('（第2稿）.docx')
    await page.context().close()
  })

  test('a deputy reads it on the phone; what they may not open says so', async () => {
    const page = await site.open(browser, 'jin-bo', '/desk/reports', { viewport: phone })
    await wellMade(page, 'reports-phone')
    await page.getByRole('link', { name: '关于全区“三个社区”建设情况的报告' }).click()
    await page.getByRole('link', { name: '122项' }).first().click()
    await page.getByRole('button', { name: '打开明细（122 行）' }).click()
    await page.getByText('您的岗位不能进行这项操作').waitFor()
    await wellMade(page, 'report-phone')
    await page.context().close()
  })
})
