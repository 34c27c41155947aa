import { sql } from 'kysely'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from '../bin/built-web.ts'
import { describeInBrowser } from './browser.ts'
import { serve, wellMade } from './page.ts'
import { openWorld, type World } from './world.ts'

/** The grid worker's phone: a day without a signal, in a browser that has none. */
await describeInBrowser("the grid worker's phone", (browser) => {
  let world: World
  let site: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    await builtWeb()
    world = await openWorld()
    site = await serve(world)
    const must = async (who: string, path: string, body: object) => {
      const res = await world.call(who, 'POST', path, body)
      if (res.status !== 200) throw new Error(`${path}: ${JSON.stringify(res.body)}`)
    }
    for (const [who, person] of [
      ['zhou-min', 'person-wang-guilan'],
      ['cheng-daqing', 'person-zhao-xiuying'],
    ] as const)
      await must(who, `/api/persons/${person}/care`, {
        category: 'living-alone',
        since: '2026-08-01',
        basis: '本人申请',
      })
    await must('lu-wei', '/api/patrol-plans', {
      grid: 'tianjinghu-g007',
      name: '消防通道',
      kind: '重点巡查',
      everyDays: 7,
      from: '2026-09-01',
      points: [
        { name: '12栋楼道', checks: ['通道畅通', '没有电动车充电'] },
        { name: '14栋楼道', checks: ['灭火器在位'] },
      ],
    })
    await must('lu-wei', '/api/meetings', {
      place: 'tianjinghu',
      heldOn: '2026-09-18',
      title: '周例会',
      minutes: '安排走访',
      present: ['hua-yun'],
      tasks: [{ title: '张贴停水通知', account: 'hua-yun', due: '2026-09-22' }],
    }).catch(() => undefined)
  })
  afterAll(() => world.close())

  const title = (page: Page, words: string) => page.waitForSelector(`h1:has-text("${words}")`)
  const bar = (page: Page) => page.locator('.field-bar').innerText()
  const barSays = (page: Page, words: string) =>
    page.waitForFunction((w) => document.querySelector('.field-bar')?.textContent?.includes(w), words, {
      timeout: 20_000,
    })
  const save = (page: Page) => page.click('main button.main[type=submit]')
  const photo = { name: 'a.png', mimeType: 'image/png', buffer: pixel }
  /** The app is on the phone: opened twice with a line, so that the worker of the app stands before it. */
  async function install(who: string) {
    const page = await site.open(browser, who, '/field', { viewport: { width: 360, height: 740 } })
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await title(page, '今天的清单')
    await page.getByText('清单有效到').waitFor()
    await page.reload()
    await page.getByText('清单有效到').waitFor()
    return page
  }
  const again = async (context: BrowserContext, path = '/field') => {
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    page.on('pageerror', (e) => site.errors.push(e.message))
    await page.goto(site.base + path)
    return page
  }
  const kept = async (account: string) =>
    (
      await sql<{ kind: string; photos: number; subject: string }>`
        select kind, cardinality(photos) as photos, subject from field_entry where account_id = ${account} order by n`.execute(
        world.house.db,
      )
    ).rows

  test('a day without a signal: read, visited, walked, written; the page killed; in the evening everything arrives once', async () => {
    const page = await install('hua-yun')
    const context = page.context()
    await wellMade(page, 'field-today')
    await context.setOffline(true)
    await page.reload()
    await title(page, '今天的清单')
    await barSays(page, '离线')
    expect(await page.locator('main').innerText()).toContain('王桂兰')

    await page.getByRole('link', { name: /王桂兰/ }).click()
    await title(page, '王桂兰')
    expect(await page.locator('main').innerText()).toContain('100****0001')
    await wellMade(page, 'field-person')
    await page.locator('.field-acts').getByRole('link', { name: '走访' }).click()
    await title(page, '走访：王桂兰')
    await save(page)
    await page.locator('.error-summary').waitFor()
    await page.getByRole('button', { name: '不记录' }).click()
    await page.fill('textarea', '一切都好，家里水管有点漏')
    await page.setInputFiles('input[type=file]', photo)
    await page.locator('.field-photos img').waitFor()
    await wellMade(page, 'field-visit')
    await save(page)
    await page.getByText('已保存：王桂兰').waitFor()
    await barSays(page, '待发 1')
    expect(await page.locator('.field-task.done').innerText()).toContain('已记录')

    await page.getByRole('link', { name: /消防通道/ }).click()
    await title(page, '消防通道')
    await page.getByLabel('正常').first().check()
    await save(page)
    await page.locator('.error-summary').waitFor()
    await wellMade(page, 'field-patrol')
    await page.getByLabel('有问题').last().check()
    await page.getByLabel('什么问题').fill('灭火器过期')
    await page.setInputFiles('input[type=file]', photo)
    await page.locator('.field-photos img').waitFor()
    await save(page)
    await page.getByText('已保存：消防通道').waitFor()

    // The page is killed; opened again, still without a signal, nothing is gone.
    await page.close()
    const later = await again(context)
    await barSays(later, '待发 2')
    await later.getByRole('link', { name: /王桂兰/ }).click()
    await later.getByRole('link', { name: '采集信息' }).click()
    await later.getByLabel('文化程度').fill('初中')
    await wellMade(later, 'field-collect')
    await save(later)
    await barSays(later, '待发 3')
    await later.getByRole('link', { name: '民情日记' }).click()
    await later.getByLabel('今天的民情').fill('居民反映路灯不亮')
    await wellMade(later, 'field-diary')
    await save(later)
    await barSays(later, '待发 4')
    await later.locator('.field-bar a').first().click()
    await title(later, '未发送的记录')
    await wellMade(later, 'field-outbox')
    expect(await kept('hua-yun')).toEqual([])
    // What lies on the phone is closed: no name, no note, no number in it.
    expect(await onDisk(later)).not.toMatch(/王桂兰|水管|路灯|湖东|person:|100\*/)

    await context.setOffline(false)
    await barSays(later, '待发 0')
    const rows = await kept('hua-yun')
    expect(rows.map((r) => `${r.kind} ${r.photos}`).sort()).toEqual(['collect 0', 'diary 0', 'patrol 1', 'visit 1'])
    expect(await bar(later)).toContain('上次同步')
    await later.getByText('已送到的记录').waitFor()
    expect(await onDisk(later)).toMatch(/^0 rows, 0 photos/)
    // Nothing of the API lies in the browser's cache.
    expect(await cached(later)).not.toMatch(/\/api\//)
    expect(site.errors).toEqual([])
    await context.close()
  })

  test('two changed the same: three columns, decided on the screen, and sent over what stands now', async () => {
    const page = await install('song-jie')
    const context = page.context()
    await context.setOffline(true)
    await page.getByRole('link', { name: /赵秀英/ }).click()
    await page.getByRole('link', { name: '采集信息' }).click()
    await page.getByLabel('文化程度').fill('初中')
    await save(page)
    await barSays(page, '待发 1')
    // Meanwhile another phone of the same worker was quicker.
    const id = crypto.randomUUID()
    const other = await world.call(
      'song-jie',
      'POST',
      '/api/field/entries',
      {
        id,
        kind: 'collect',
        subject: 'person:person-zhao-xiuying',
        after: null,
        occurredAt: '2026-09-21T00:40:00Z',
        skewMs: 0,
        photos: [],
        text: '',
        base: { education: null },
        values: { education: '高中' },
      },
      id,
    )
    expect(other.status, JSON.stringify(other.body)).toBe(200)
    await context.setOffline(false)
    await barSays(page, '需处理 1')
    await page.locator('.field-bar a').first().click()
    await page.getByRole('link', { name: /赵秀英/ }).click()
    await title(page, '有冲突：赵秀英')
    const columns = page.locator('.columns')
    await columns.waitFor()
    expect((await columns.innerText()).replace(/\s+/g, ' ')).toBe('我看到的 未填写 现在登记的 高中 我要改成的 初中')
    await wellMade(page, 'field-conflict')
    await page.getByLabel('用我的：初中').check()
    await save(page)
    await barSays(page, '需处理 0')
    await barSays(page, '待发 0')
    const { body } = await world.call('song-jie', 'GET', '/api/field/persons/person-zhao-xiuying')
    expect(body.attributes.find((x: { name: string }) => x.name === 'education').value).toBe('初中')
    await context.close()
  })

  test('what the office will not take waits for the worker, says why, and goes when it is mended', async () => {
    const page = await install('hua-yun')
    await page.goto(`${site.base}/field/persons/person-wang-guilan/newcomer`)
    await title(page, '新住户')
    await page.getByLabel('姓名').fill('钱多多')
    await page.getByLabel('身份证号').fill('340799199003070011')
    await wellMade(page, 'field-newcomer')
    await save(page)
    await barSays(page, '需处理 1')
    await page.locator('.field-bar a').first().click()
    await page.getByRole('link', { name: /钱多多/ }).click()
    await page.getByText('校验不通过').first().waitFor()
    await wellMade(page, 'field-mend')
    await page.getByLabel('身份证号').fill('340799199003070012')
    await save(page)
    await barSays(page, '需处理 0')
    await barSays(page, '待发 0')
    expect((await kept('hua-yun')).filter((r) => r.kind === 'newcomer')).toHaveLength(1)
    const desk = await site.open(browser, 'lu-wei', '/desk/newcomers')
    await title(desk, '待登记的新住户')
    await wellMade(desk, 'newcomers')
    await desk.context().close()
    await page.context().close()
  })

  test('a session ended from elsewhere: the list goes from the phone, what is unsent stays closed', async () => {
    const page = await install('hua-yun')
    const context = page.context()
    await context.setOffline(true)
    await page.getByRole('link', { name: '民情日记' }).click()
    await page.getByLabel('今天的民情').fill('丢了手机')
    await save(page)
    await barSays(page, '待发 1')
    await context.clearCookies()
    await context.addCookies([{ name: 'linli', value: 'ended-from-elsewhere', url: site.base }])
    await context.setOffline(false)
    await page.getByText('登录已被结束').waitFor()
    await wellMade(page, 'field-ended')
    expect(await onDisk(page)).toMatch(/^1 rows, 0 photos, phone:( leaving)?( position)?$/)
    await context.close()
  })

  test('leaving with something unsent: shown first, kept closed; the next worker sees nothing of it; it goes when its own comes back', async () => {
    const page = await install('hua-yun')
    const diaries = async () => (await kept('hua-yun')).filter((r) => r.kind === 'diary').length
    const before = await diaries()
    const context = page.context()
    await context.setOffline(true)
    await page.getByRole('link', { name: '民情日记' }).click()
    await page.getByLabel('今天的民情').fill('晚上再发')
    await save(page)
    await barSays(page, '待发 1')
    await page.getByRole('link', { name: '退出' }).click()
    await title(page, '还有 1 条记录没有发送')
    await wellMade(page, 'field-leave')
    await page.getByRole('button', { name: '退出并保留未发送的记录' }).click()
    await page.getByText('请先登录').waitFor()
    expect(await onDisk(page)).toMatch(/^1 rows, 0 photos, phone:( leaving)?( position)?$/)
    // Left without a line: once there is one, the session ends before anything else.
    const signedIn = async () => (await (await context.request.get(`${site.base}/api/session`)).json()).signedIn
    const signIn = (account: string) => context.request.post(`${site.base}/api/session`, { data: { account } })
    await context.setOffline(false)
    await page.goto(`${site.base}/field`)
    await expect.poll(signedIn).toBe(false)
    await signIn('fu-xiaoli')
    await page.goto(`${site.base}/field`)
    await page.getByText('天井湖第8网格').waitFor()
    expect(await bar(page)).toContain('待发 0')
    await page.waitForTimeout(500)
    expect((await diaries()) + (await kept('fu-xiaoli')).length).toBe(before)
    await signIn('hua-yun')
    await page.goto(`${site.base}/field`)
    await barSays(page, '待发 0')
    await expect.poll(diaries).toBe(before + 1)
    expect(site.errors).toEqual([])
    await context.close()
  })

  /** All that the phone's database holds, as text. */
  const onDisk = (page: Page) =>
    page.evaluate(
      () =>
        new Promise<string>((done, fail) => {
          const asked = indexedDB.open('linli-field')
          asked.onerror = () => fail(asked.error)
          asked.onsuccess = () => {
            const tx = asked.result.transaction(['rows', 'photos', 'phone'])
            const rows = tx.objectStore('rows').getAll()
            const photos = tx.objectStore('photos').getAll()
            const keys = tx.objectStore('phone').getAllKeys()
            const phone = tx.objectStore('phone').getAll()
            tx.oncomplete = () => {
              const text = (x: unknown): string =>
                JSON.stringify(x, (k, v) =>
                  k === 'name'
                    ? ''
                    : v instanceof Uint8Array
                      ? new TextDecoder('latin1').decode(v) + new TextDecoder().decode(v)
                      : v,
                )
              const left =
                phone.result.length > 1 || rows.result.length > 1
                  ? ` ${text([rows.result, photos.result, phone.result])}`
                  : ''
              done(
                `${rows.result.length} rows, ${photos.result.length} photos, phone: ${keys.result.filter((k) => k !== 'owner' && k !== 'day').join(' ')}${
                  keys.result.includes('owner') ? ' owner' : ''
                }${keys.result.includes('day') ? ' day' : ''}${left}`.trim(),
              )
              asked.result.close()
            }
          }
        }),
    )
  const cached = (page: Page) =>
    page.evaluate(async () => {
      const names = await caches.keys()
      const all = await Promise.all(names.map(async (n) => (await (await caches.open(n)).keys()).map((r) => r.url)))
      return all.flat().join('\n')
    })
})

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
