import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from '../bin/built-web.ts'
import { describeInBrowser } from './browser.ts'
import { phone, serve, wellMade } from './page.ts'
import { openWorld, type World } from './world.ts'

const desk = { viewport: { width: 1280, height: 900 } }

await describeInBrowser('what leaves, and who looked', (browser) => {
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

  test('a list is asked for, decided by a second person, taken; whoever stands in it reads so', async () => {
    const clerk = await site.open(browser, 'zhou-min', '/desk/exports', desk)
    await clerk.getByText('您还没有申请过导出').waitFor()
    await clerk.getByRole('button', { name: '申请导出' }).click()
    await clerk.getByRole('button', { name: '提交审批' }).click()
    await clerk.locator('.error-summary').waitFor()
    await wellMade(clerk, 'export-ask-error')
    await clerk.getByLabel('户籍人口').check()
    await clerk.getByLabel('手机号（完整）').check()
    await clerk.getByLabel('为什么遮盖后的不够用').fill('要打电话约上门时间')
    await clerk.getByLabel('用途').fill('重阳节上门慰问')
    await wellMade(clerk, 'export-ask')
    await clerk.getByRole('button', { name: '提交审批' }).click()
    await clerk.getByText(/已提交，编号 \w{8}，共 2 条/).waitFor()

    const head = await site.open(browser, 'lu-wei', '/desk/exports', desk)
    await head.getByText('只有安全管理员可以审批').waitFor()
    await head.context().close()

    const guard = await site.open(browser, 'dou-an', '/desk/exports', desk)
    await guard.getByText('要打电话约上门时间').waitFor()
    await guard.getByLabel('审批意见').fill('同意，用完删除')
    await wellMade(guard, 'export-decide')
    await guard.getByRole('button', { name: '同意导出' }).click()
    await guard.getByText('窦安，2026年9月21日 09:00：同意，用完删除').waitFor()
    await guard.context().close()

    await clerk.reload()
    const button = clerk.getByRole('button', { name: /^下载/ })
    await button.waitFor()
    const [file] = await Promise.all([clerk.waitForEvent('download'), button.click()])
    expect(file.suggestedFilename()).toMatch(/^居民名单 \w{8}\.xlsx$/)
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    await clerk.getByText('已下载 1 次').waitFor()
    await wellMade(clerk, 'export-mine')
    await clerk.setViewportSize(phone)
    await wellMade(clerk, 'export-mine-phone')
    await clerk.context().close()
  })
})
