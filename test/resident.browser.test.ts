import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from '../bin/built-web.ts'
import { describeInBrowser } from './browser.ts'
import { pressOn, serve, tabTo, wellMade } from './page.ts'
import { applyFor, openWorld, type World } from './world.ts'

await describeInBrowser("the residents' door", (browser) => {
  let world: World
  let site: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    await builtWeb()
    world = await openWorld()
    site = await serve(world)
  })
  afterAll(() => world.close())
  const title = (page: Page, words: string) => page.waitForSelector(`h1:has-text("${words}")`)
  const goOn = (page: Page) => pressOn(page, '继续')

  test('one asks for the living allowance without a mouse: nothing asked that we hold, one question a page', async () => {
    const page = await site.open(browser, 'wang-guilan')
    await title(page, '想办什么事')
    await wellMade(page, 'home')
    await tabTo(page, '用平常话说')
    await page.keyboard.type('zdsh')
    await page.keyboard.press('Enter')
    await pressOn(page, '最低生活保障申请')
    await title(page, '最低生活保障申请')
    await wellMade(page, 'guide')
    await pressOn(page, '开始办理')
    await title(page, '您的信息')
    expect(await page.locator('main').innerText()).toContain('天井湖社区湖东新村12栋305室')
    await wellMade(page, 'you')
    await pressOn(page, '对，用这个')

    const asked: string[] = []
    const typed: Record<string, string> = { 收入: '640', 原因: '老伴去世，没有别的收入' }
    for (;;) {
      await page.waitForFunction((n) => location.pathname.split('/')[3] !== n, asked.at(-1) ?? 'you')
      const step = new URL(page.url()).pathname.split('/')[3] ?? ''
      if (step === 'materials') break
      asked.push(step)
      await page.waitForSelector('main form')
      if (await page.getByText('我们已有').count()) {
        await pressOn(page, '对，用这个')
        continue
      }
      const question = await page.locator('h1').innerText()
      if (await page.locator('input[type=radio]').count()) {
        const onRadio = () => page.evaluate(() => (document.activeElement as HTMLInputElement).type === 'radio')
        while (!(await onRadio())) await page.keyboard.press('Tab')
        await page.keyboard.press('Space')
      } else {
        await page.locator('main input, main textarea').first().focus()
        await page.keyboard.type(Object.entries(typed).find(([word]) => question.includes(word))?.[1] ?? '1')
      }
      await wellMade(page, `question-${step}`)
      await goOn(page)
    }
    expect(asked).toContain('monthly-income')

    await title(page, '交材料')
    expect(await page.locator('main').innerText()).toContain('我们已有，不用您交')
    await goOn(page)
    await page.waitForSelector('.error-summary')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary')
    expect(await page.title()).toMatch(/^错误：/)
    await wellMade(page, 'materials-error')
    await page.setInputFiles('input[type=file] >> nth=0', { name: '授权书.png', mimeType: 'image/png', buffer: pixel })
    await page.waitForSelector('.file-list a:has-text("授权书.png")')
    for (const box of await page.locator('main input[type=checkbox]').all()) {
      await box.focus()
      await page.keyboard.press('Space')
    }
    await goOn(page)
    await title(page, '提交前请核对')
    await wellMade(page, 'check')
    await page.goBack()
    await title(page, '交材料')
    await page.goForward()
    await pressOn(page, '提交“最低生活保障申请”')
    await title(page, '已提交')
    await wellMade(page, 'done')
    const number = new URL(page.url()).pathname.split('/')[2] ?? ''
    expect((await page.locator('.number').innerText()).replace(/\s/g, '')).toBe(number)
    const { body } = await world.call('wang-guilan', 'GET', `/api/matters/${number}`)
    expect(body.materials.map((m: { status: string }) => m.status)).toContain('received')
    expect(body.materials.map((m: { status: string }) => m.status)).toContain('held')
    expect(site.errors).toEqual([])
    await page.context().close()
  })

  test('what was typed is there again on another device; a change from the check page comes back to it', async () => {
    const page = await site.open(browser, 'liu-zhiqiang', '/apply/minimum-living-allowance/reason')
    await page.fill('textarea', '厂子关了，孩子还在上学')
    await page.getByText('已保存').waitFor()
    await page.context().close()
    const other = await site.open(browser, 'liu-zhiqiang', '/apply/minimum-living-allowance/reason')
    await title(other, '原因')
    expect(await other.inputValue('textarea')).toBe('厂子关了，孩子还在上学')
    await other.goto(`${site.base}/apply/minimum-living-allowance/check`)
    await other.getByText('修改：请说说家里困难的原因').first().click()
    await other.fill('textarea', '厂子关了')
    await other.click('main button.main')
    // The other questions are still open: one is led to the first of them, not around it.
    await other.waitForFunction(() => !location.pathname.endsWith('/reason'))
    expect(other.url()).toContain('back=check')
    await other.context().close()
  })

  test('a wrong answer is told beside its field, in the summary, in the title, and nothing typed is lost', async () => {
    const page = await site.open(browser, 'zhang-wenjing', '/apply/minimum-living-allowance/monthly-income')
    await title(page, '收入')
    await page.fill('main input', '两千多')
    await page.click('main button.main')
    const summary = page.locator('.error-summary')
    await summary.waitFor()
    expect(await page.locator('.field-error').innerText()).toContain(await summary.locator('a').innerText())
    expect(await page.inputValue('main input')).toBe('两千多')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-monthly-income')
    await page.context().close()
  })

  test('the elder edition is chosen with one press, remembered, at least 18 pt, and goes to 30', async () => {
    const page = await site.open(browser, null)
    const size = () =>
      page.evaluate(
        () => Number.parseFloat(getComputedStyle(document.querySelector('main') as Element).fontSize) * 0.75,
      )
    await page.locator('.tile:has-text("长辈版")').click()
    await page.reload()
    await page.waitForSelector('.tile')
    expect(await size()).toBeGreaterThanOrEqual(18)
    for (let i = 0; i < 3; i++) await page.getByRole('button', { name: '放大文字' }).click()
    expect(await size()).toBeGreaterThanOrEqual(30)
    await wellMade(page, 'home-30pt')
    await page.context().close()
  })

  test('withdrawn and undone; all that is to be mended at once; followed without an account; rated without being pushed', async () => {
    const number = await applyFor(world, 'chen-siyuan', 'elderly-card', { materials: ['id-card', 'photo'] })
    const page = await site.open(browser, 'chen-siyuan', '/matters')
    await wellMade(page, 'mine')
    await page.locator('.row-link').first().click()
    await page.getByRole('link', { name: '撤回申请' }).click()
    await page.fill('textarea', '想再问问家里人')
    await wellMade(page, 'withdraw')
    await page.click('main button.main')
    await page.getByRole('button', { name: '取消撤回' }).click()
    await page.getByRole('link', { name: '撤回申请' }).waitFor()

    const told = await world.call('zhou-min', 'POST', `/api/matters/${number}/correction`, {
      items: ['照片不清楚，请重拍', '缺联系人电话'],
    })
    expect(told.status).toBe(200)
    await page.reload()
    await page.getByRole('link', { name: '去补交' }).waitFor()
    expect(await page.locator('.todo li').allInnerTexts()).toEqual(['照片不清楚，请重拍', '缺联系人电话'])
    await wellMade(page, 'matter-correction')
    await page.getByRole('link', { name: '去补交' }).click()
    await page.fill('textarea', '照片重拍了，联系人的电话已经告诉窗口')
    await wellMade(page, 'supplement')
    await page.click('main button.main')
    await page.getByText('已收件').first().waitFor()

    const settled = await world.call('zhou-min', 'POST', `/api/matters/${number}/settlement`, {
      opinion: '符合条件',
      resultNumber: '优0001',
      receivedBy: '陈思远',
    })
    expect(settled.status, JSON.stringify(settled.body)).toBe(200)
    await page.reload()
    await page.getByRole('link', { name: '去评价' }).click()
    await page.waitForSelector('input[type=radio]')
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0)
    await page.click('main button.main')
    await page.locator('.error-summary').waitFor()
    await wellMade(page, 'rate')
    await page.getByText('非常满意').click()
    await page.click('main button.main')
    await page.getByText('您的评价：非常满意').waitFor()
    await wellMade(page, 'matter-done')
    await page.context().close()

    const stranger = await site.open(browser, null, '/track')
    const held = (await world.call('chen-siyuan', 'GET', '/api/held')).body as { name: string; value: string }[]
    await stranger.fill('#field-number', ` ${number.slice(0, 3)}-${number.slice(3).toLowerCase()}`)
    await stranger.fill('#field-idTail', '0000')
    await stranger.keyboard.press('Enter')
    await stranger.locator('.error-summary').waitFor()
    await stranger.fill('#field-idTail', held.find((h) => h.name === 'idNumber')?.value.slice(-4) ?? '')
    await stranger.keyboard.press('Enter')
    await stranger.locator('.holding').waitFor()
    expect(stranger.url()).toBe(`${site.base}/track`)
    await wellMade(stranger, 'track')
    await stranger.context().close()
    expect(site.errors).toEqual([])
  })

  test('rare characters of names are no boxes', async () => {
    const page = await site.open(browser, null)
    await title(page, '想办什么事')
    await page.waitForTimeout(500)
    await page.evaluate(() => {
      for (const name of ['\u3402', '\u{20bb7}'])
        document
          .querySelector('main')
          ?.append(Object.assign(document.createElement('p'), { className: 'rare', textContent: name }))
    })
    await page.waitForFunction(
      () =>
        document.fonts.status === 'loaded' &&
        [...document.fonts].some((f) => f.family.includes('Linli Rare') && f.status === 'loaded'),
    )
    const [one, other] = await Promise.all((await page.locator('.rare').all()).map((p) => p.screenshot()))
    expect(one?.equals(other as Buffer)).toBe(false)
    await page.context().close()
  })
})

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
