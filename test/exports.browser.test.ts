import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
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
  /** Two thousand people behind the doors that the demo has, so that there is something to draw. */
  const crowd = () =>
    sql`with doors as (select id, row_number() over (order by id) as n, count(*) over () as all from dwelling),
      people as (insert into person (district, id, name, place_id, born)
        select '340705', 'crowd-' || g, '某' || g, 'tianjinghu', date '2026-09-01' - (g * 17 % 33000) from generate_series(1, 2000) g returning id),
      numbered as (select id, row_number() over (order by id) as n from people)
      insert into residence (district, person_id, kind, valid_from, dwelling_id)
      select '340705', p.id, k.kind, date '2026-08-01' - (p.n * 7 % 900)::int, d.id from numbered p
        join (values ('registered', 3), ('present', 4)) k(kind, m) on p.n % k.m > 0
        join doors d on d.n = 1 + (p.n + case when p.n % 5 = 0 and k.kind = 'present' then 1 else 0 end) % d.all`.execute(
      world.house.db,
    )
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

  test('the audit sees who looked at whom, and by account', async () => {
    for (const id of ['person-wang-guilan', 'person-zhang-wenjing'])
      await world.call('zhou-min', 'GET', `/api/persons/${id}`)
    await world.call('lu-wei', 'GET', '/api/persons/person-wang-guilan')
    const page = await site.open(browser, 'zhang-heng', '/desk/looks', desk)
    await page.getByText('王*兰').first().waitFor()
    await wellMade(page, 'looks')
    await page.getByRole('button', { name: '鲁威' }).click()
    await page.getByRole('heading', { name: '鲁威的每一次' }).waitFor()
    expect(await page.locator('main').innerText()).not.toContain('张*静')
    await page.setViewportSize(phone)
    await wellMade(page, 'looks-phone')
    await page.context().close()
  })

  test('R-2.2 population: each figure says which it is; a place leads down, a day back, and what is shown is what is saved', async () => {
    await crowd()
    const page = await site.open(browser, 'shi-rui', '/desk/population', desk)
    await page.getByRole('heading', { name: /^铜官区，2026年9月21日/ }).waitFor()
    await page.getByRole('heading', { name: /^出生、死亡/ }).waitFor()
    await wellMade(page, 'population')
    await page.getByLabel('地方', { exact: true }).selectOption('tianjinghu')
    await page.getByRole('heading', { name: /^天井湖社区，/ }).waitFor()
    expect(new URL(page.url()).searchParams.get('place')).toBe('tianjinghu')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出本页' }).click(),
    ])
    const text = readFileSync(await file.path(), 'utf8')
    expect(text).toContain('年龄,户籍,实有,常住')
    expect(text).toContain('按 5 取整')
    await page.setViewportSize(phone)
    await wellMade(page, 'population-phone')
    await page.context().close()
  })

  test('a resident reads what is held and who looked, says what is wrong, and gets an answer', async () => {
    await world.call('zhou-min', 'POST', '/api/persons/person-wang-guilan/reveal', { purpose: '核对低保申请' })
    const page = await site.open(browser, 'wang-guilan', '/')
    await page.getByRole('link', { name: '我的信息，谁看过' }).click()
    await page.getByRole('heading', { name: '我是谁' }).waitFor()
    expect(await page.locator('main').innerText()).toMatch(/所在社区\s+天井湖社区 天井湖第7网格/)
    await page.getByRole('button', { name: /这不对.*婚姻状况/ }).click()
    await page.getByRole('button', { name: '告诉社区' }).click()
    await page.locator('.error-summary').waitFor()
    await wellMade(page, 'held-error')
    await page.getByLabel('“婚姻状况”应该是什么').fill('我再婚了')
    await page.getByRole('button', { name: '告诉社区' }).click()
    await page.getByText('2026年10月6日前给您答复').waitFor()
    const told = await page.evaluate(() => {
      const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
      return { words: document.activeElement?.textContent, seen: top >= 0 && bottom <= innerHeight }
    })
    expect(told, 'what became of it has the focus and is in sight').toMatchObject({
      words: expect.stringContaining('前给您答复'),
      seen: true,
    })
    await page.getByText(/^登记过的证照/).click()
    await page.getByText('居民身份证 · 铜陵市公安局').waitFor()
    await page.getByText(/^由上面推算的/).click()
    await page.getByText('72 岁').waitFor()
    await wellMade(page, 'held')
    for (const fold of await page.locator('details.fold > summary').all()) await fold.click()
    await page.setViewportSize({ width: 320, height: 640 })
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize(phone)
    expect(height, 'a page one can scroll through with a thumb').toBeLessThan(3600)
    await wellMade(page, 'held-folded')
    await page.getByRole('link', { name: '谁看过我的信息' }).click()
    await page.getByText('用途：核对低保申请').waitFor()
    await wellMade(page, 'looks-resident')

    const clerk = await site.open(browser, 'zhou-min', '/desk/amendments', desk)
    await clerk.getByText('我再婚了').waitFor()
    await clerk.getByLabel('已更正').check()
    await clerk.getByLabel('更正为').fill('已婚')
    await clerk.getByLabel('看了什么凭据').fill('结婚证')
    await clerk.getByLabel('给居民的答复').fill('看过结婚证，已更正')
    await wellMade(clerk, 'amendments')
    await clerk.getByRole('button', { name: '答复' }).click()
    await clerk.getByText('没有等着答复的更正申请').waitFor()
    await clerk.setViewportSize(phone)
    await wellMade(clerk, 'amendments-phone')
    await clerk.context().close()

    await page.goto(`${site.base}/held`)
    await page.getByText('婚姻状况：已更正').waitFor()
    await page.getByText('看过结婚证，已更正').waitFor()
    await page.context().close()
  })
})
