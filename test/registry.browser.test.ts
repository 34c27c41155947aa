import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from '../bin/built-web.ts'
import { importer } from '../bin/world/bring.ts'
import { checkCharacter } from '../server/person/rules.ts'
import { creditCheckCharacter } from '../server/person/uscc.ts'
import { describeInBrowser } from './browser.ts'
import { phone, serve, shoot, wellMade } from './page.ts'
import { openWorld, type World } from './world.ts'

const desk = { viewport: { width: 1440, height: 900 } }
const numbered = (born: string, serial: number) => {
  const body = `340799${born.replaceAll('-', '')}${serial}`
  return body + checkCharacter(body)
}
const code = (n: number) => {
  const body = `91340799MA2${String(n).padStart(6, '0')}`
  return body + creditCheckCharacter(body)
}

await describeInBrowser('the registry at the desks', (browser) => {
  let world: World
  let site: Awaited<ReturnType<typeof serve>>
  const post = async (who: string, url: string, body: object) => {
    const res = await world.call(who, 'POST', url, body)
    expect(res.status, `${url}: ${JSON.stringify(res.body)}`).toBe(200)
    return res.body
  }
  beforeAll(async () => {
    await builtWeb()
    world = await openWorld()
    site = await serve(world)
    const from = { source: '部门共享：演示', collectedOn: '2026-09-01' }
    const sheets = importer(site.base, await world.cookieOf('ding-yi'))
    const bring = (kind: 'buildings' | 'dwellings' | 'organisations', csv: string, name: string, given: typeof from) =>
      sheets.bring(kind, new Blob([csv]), name, given)
    await bring(
      'buildings',
      '楼栋名称,社区,网格,层数,单元数,户数,经度,纬度,坐标系\n湖东新村12栋,天井湖社区,天井湖第7网格,6,3,36,117.81,30.95,GCJ-02\n湖东新村14栋,天井湖社区,天井湖第7网格,6,3,36,117.81,30.95,WGS84\n',
      'a.csv',
      from,
    )
    const homes = [1, 2, 3].flatMap((u) =>
      [1, 2, 3, 4, 5, 6].flatMap((f) => [
        `天井湖社区湖东新村12栋${u}单元${f}01室`,
        `天井湖社区湖东新村12栋${u}单元${f}02室`,
      ]),
    )
    await bring(
      'dwellings',
      `地址,房屋用途,建筑面积,产权人,是否出租\n${homes.map((h, i) => `${h},${i === 3 ? '商业' : '住宅'},${60 + i},王小明,${i % 7 ? '否' : '是'}`).join('\n')}\n`,
      'b.csv',
      from,
    )
    await bring(
      'organisations',
      `统一社会信用代码,名称,类型,地址,负责人,联系电话,从业人数\n${code(1)},天井湖便民超市,企业,天井湖社区湖东新村12栋1单元201室,钱大海,10012345678,12\n`,
      'c.csv',
      from,
    )
    for (const [i, tail] of ['1单元101室', '1单元101室', '2单元302室', '3单元502室'].entries())
      await post('lu-wei', '/api/persons', {
        how: 'arrival',
        name: ['周子轩', '周美玲', '欧阳秀英', '吴国庆'][i],
        idNumber: numbered(['1988-03-04', '1990-07-08', '1951-02-03', '1975-10-01'][i] as string, 110 + i),
        proof: 'id-card',
        kinds: ['present'],
        since: ['2019-05-01', '2021-01-01', '2002-06-01', '2026-08-01'][i],
        address: `天井湖社区湖东新村12栋${tail}`,
        ...(i === 3 && { elsewhere: '江苏省南京市江宁区长江路1号' }),
      })
  })
  afterAll(async () => {
    expect(site.errors).toEqual([])
    await world.close()
  })

  test('somebody is found by keyboard alone; nothing personal stands in the address or the history', async () => {
    const page = await site.open(browser, 'zhou-min', '/desk/residents', desk)
    await page.getByText('输入一项就能找').waitFor()
    await wellMade(page, 'residents-empty')
    await page.keyboard.press('/')
    await page.keyboard.type('zhou')
    await page.keyboard.press('Enter')
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    await expect.poll(focused).toMatch(/^周/)
    const first = await focused()
    await page.keyboard.press('j')
    expect(await focused()).not.toBe(first)
    await page.keyboard.press('k')
    expect(await focused()).toBe(first)
    await wellMade(page, 'residents-found')
    expect(new URL(page.url()).search).toBe('')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: `${first}的档案` }).waitFor()
    await page.goBack()
    expect(await page.getByRole('searchbox').inputValue(), 'what was asked is there again').toBe('zhou')
    const kept = await page.evaluate(() => JSON.stringify([history.state, { ...localStorage }, { ...sessionStorage }]))
    expect(kept).not.toContain('zhou')
    await page.getByRole('searchbox').fill('340799195403120025')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '王桂兰' }).waitFor()
    expect(page.url()).not.toContain('3407')
    await page.getByRole('searchbox').fill('没有这个人')
    await page.keyboard.press('Enter')
    await page.getByText('您的工作范围内没有找到').waitFor()
    await wellMade(page, 'residents-no-match')
    await page.getByRole('searchbox').fill('w')
    await page.keyboard.press('Enter')
    await page.getByText('拼音至少输入两个字母').first().waitFor()
    await page.context().close()
    const other = await site.open(browser, 'wei-dongming', '/desk/residents', desk)
    await other.getByText('居民底账由社区窗口').waitFor()
    await wellMade(other, 'residents-no-permission')
    await other.context().close()
    const small = await site.open(browser, 'hua-yun', '/desk/residents', { viewport: phone })
    await small.getByRole('searchbox').fill('王')
    await small.keyboard.press('Enter')
    await small.getByRole('link', { name: '王桂兰' }).waitFor()
    await wellMade(small, 'residents-phone')
    await small.context().close()
  })

  test('R-2.2 the file says in words where somebody is registered and lives; numbers in full for a minute, never printed', async () => {
    const page = await site.open(browser, 'zhou-min', '/desk/residents/person-wang-guilan', desk)
    await page.clock.install()
    await page.reload()
    await page.getByText('户籍地和住处是同一处：人户一致').waitFor()
    await wellMade(page, 'resident')
    await page.getByRole('button', { name: '显示完整号码' }).click()
    await page.getByRole('button', { name: '显示 60 秒' }).click()
    await page.getByText('“用途”').first().waitFor()
    await page.getByLabel('用途').fill('核对低保申请')
    await page.getByRole('button', { name: '显示 60 秒' }).click()
    await page.getByText('340799195403120025').waitFor()
    await page.getByText('秒后恢复遮盖').waitFor()
    await shoot(page, 'resident-revealed')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('340799195403120025').isVisible()).toBe(false)
    expect(await page.getByText('3407**********0025').isVisible()).toBe(true)
    await shoot(page, 'resident-print')
    await page.emulateMedia({ media: 'screen' })
    await page.clock.fastForward(61_000)
    await page.getByText('340799195403120025').waitFor({ state: 'detached' })
    await page.context().close()
    const small = await site.open(browser, 'hua-yun', '/desk/residents/person-wang-guilan', { viewport: phone })
    await small.getByText('人户一致').first().waitFor()
    await wellMade(small, 'resident-phone')
    await small.context().close()
  }, 120_000)

  test('somebody who comes is registered; who is known already is told, with what was typed still there', async () => {
    const page = await site.open(browser, 'zhou-min', '/desk/residents', desk)
    await page.getByRole('button', { name: '登记居民' }).click()
    const form = page.getByRole('form', { name: '登记居民' })
    await form.getByLabel('姓名').fill('高远')
    await form.getByLabel('身份证号').fill('340799195403120025')
    await form.getByPlaceholder('写地址的一部分').fill('湖东新村12栋2单元')
    await page.keyboard.press('Enter')
    await form.getByText('天井湖社区湖东新村12栋2单元402室').click()
    await form.getByText('住在这里').click()
    await form.getByLabel('年', { exact: true }).fill('2026')
    await form.getByLabel('月', { exact: true }).fill('9')
    await form.getByLabel('日', { exact: true }).fill('1')
    await form.getByText('看过居民身份证').click()
    await wellMade(page, 'resident-register')
    await form.getByRole('button', { name: '确认登记居民' }).click()
    await form.getByText('这个身份证号已经登记：王桂兰').first().waitFor()
    await form.getByRole('link', { name: '打开已有的档案', exact: true }).waitFor()
    expect(await form.getByLabel('姓名').inputValue()).toBe('高远')
    await shoot(page, 'resident-register-known')
    await form.getByLabel('身份证号').fill(numbered('1990-05-06', 221))
    await form.getByRole('button', { name: '确认登记居民' }).click()
    await page.getByRole('heading', { level: 1, name: '高远的档案' }).waitFor()
    await page.getByText('现在住在本区，还不满半年').waitFor()
    await page.context().close()
  })

  test('a move, a care, a verification and a death are recorded on the file, and what must be looked at is told', async () => {
    const found = await post('zhou-min', '/api/persons/search', { q: '吴国庆' })
    const id = found.hits[0].id
    const page = await site.open(browser, 'zhou-min', `/desk/residents/${id}`, desk)
    await page.getByRole('button', { name: '登记迁移' }).click()
    const move = page.getByRole('form', { name: '登记迁移' })
    await move.getByText('住在这里').click()
    await move.getByPlaceholder('写地址的一部分').fill('湖东新村12栋1单元6')
    await page.keyboard.press('Enter')
    await move.getByText('天井湖社区湖东新村12栋1单元602室').click()
    await move.getByText('看过户口簿').click()
    await move.getByLabel('年', { exact: true }).fill('2026')
    await move.getByLabel('月', { exact: true }).fill('7')
    await move.getByLabel('日', { exact: true }).fill('1')
    await move.getByRole('button', { name: '确认登记迁移' }).click()
    await move.getByText('应晚于 2026-08-01').first().waitFor()
    await wellMade(page, 'resident-move-refused')
    await move.getByLabel('月', { exact: true }).fill('9')
    await move.getByRole('button', { name: '确认登记迁移' }).click()
    await page.getByText('“登记迁移”已经记下').waitFor()
    await page.getByRole('cell', { name: /602室/ }).first().waitFor()
    await page.getByRole('button', { name: '登记关爱' }).click()
    const care = page.getByRole('form', { name: '登记关爱' })
    await care.getByLabel('关爱类别').selectOption({ label: '低保对象' })
    await care.getByLabel('年', { exact: true }).fill('2026')
    await care.getByLabel('月', { exact: true }).fill('9')
    await care.getByLabel('日', { exact: true }).fill('2')
    await care.getByLabel('依据').fill('低保证第12号')
    await care.getByRole('button', { name: '确认登记关爱' }).click()
    await page.getByText('2027年9月2日到期，自动移出').waitFor()
    await page.locator('[data-act=verifyRecord]').first().click()
    await page.getByRole('form', { name: '核验' }).getByText('是', { exact: true }).click()
    await page.getByRole('button', { name: '确认核验' }).click()
    await page.getByText(/周敏 .*核验：一致/).waitFor()
    await wellMade(page, 'resident-acts')
    await page.context().close()

    const wang = await site.open(browser, 'zhou-min', '/desk/residents/person-wang-guilan', desk)
    await wang.locator('.more-acts > summary').click()
    await wang.getByRole('button', { name: '登记死亡' }).click()
    const death = wang.getByRole('form', { name: '登记死亡' })
    await death.getByLabel('年', { exact: true }).fill('2026')
    await death.getByLabel('月', { exact: true }).fill('9')
    await death.getByLabel('日', { exact: true }).fill('20')
    await death.getByLabel(/^凭据/).fill('居民死亡医学证明')
    await death.getByRole('button', { name: '确认登记死亡' }).click()
    await wang.getByText('正在领取：养老待遇').waitFor()
    await wang.getByText('2026年9月20日去世').waitFor()
    await wellMade(wang, 'resident-died')
    await wang.context().close()
  })

  test('two files are seen side by side before they are one, and are two again', async () => {
    const body = {
      how: 'arrival',
      proof: 'said',
      kinds: ['present'],
      since: '2026-01-01',
      address: '天井湖社区湖东新村12栋3单元102室',
    }
    const { id } = await post('zhou-min', '/api/persons', {
      ...body,
      name: '许文君',
      idNumber: numbered('1980-01-01', 123),
    })
    await post('zhou-min', '/api/persons', { ...body, name: '许文军', idNumber: numbered('1980-01-10', 123) })
    const page = await site.open(browser, 'ding-yi', `/desk/residents/${id}`, desk)
    await page.getByRole('button', { name: '合并重复档案' }).click()
    const form = page.getByRole('form', { name: '合并重复档案' })
    await form.getByText('什么都不会搬动或删除').waitFor()
    await form.getByPlaceholder('写姓名').fill('许文军')
    await page.keyboard.press('Enter')
    await form.getByText('许文军').first().click()
    await form.getByText('对照').waitFor()
    await form.getByLabel('理由').fill('同一个人，名字登记错')
    await wellMade(page, 'resident-merge')
    await form.getByRole('button', { name: '确认合并重复档案' }).click()
    await page.getByText('并入：许文军').waitFor()
    await page.getByRole('button', { name: '撤销合并' }).click()
    await page.getByLabel('理由').fill('是两个人')
    await page.getByRole('button', { name: '确认撤销合并' }).click()
    await page.getByText('并入：许文军').waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('a building is seen door by door, a home with its people, a household with its head, an organisation with its source', async () => {
    const page = await site.open(browser, 'lu-wei', '/desk/homes', desk)
    await page.getByRole('searchbox').fill('湖东新村12栋')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /湖东新村12栋 ?天井湖/ }).waitFor()
    await wellMade(page, 'homes')
    await page.getByRole('link', { name: /湖东新村12栋 ?天井湖/ }).click()
    await page.getByText('各层各户').first().waitFor()
    await page.getByRole('link', { name: /101\s*2人/ }).waitFor()
    await wellMade(page, 'building')
    await page.getByText(/^列表/).click()
    await page.getByRole('link', { name: /101\s*2人/ }).click()
    await page.getByRole('link', { name: '周子轩' }).waitFor()
    await wellMade(page, 'dwelling')
    await page.goto(`${site.base}/desk/households/340705900003`)
    await page.getByRole('link', { name: '张文静' }).waitFor()
    await page.getByText('没有户主').first().waitFor()
    await wellMade(page, 'household')
    await page.getByRole('button', { name: '登记户主' }).click()
    await page.getByRole('form', { name: '登记户主' }).getByText('张文静').click()
    await page.getByRole('button', { name: '确认登记户主' }).click()
    await page.getByText('没有户主').first().waitFor({ state: 'detached' })
    await page.goto(`${site.base}/desk/homes`)
    await page.getByRole('searchbox').fill('便民超市')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /便民超市/ }).click()
    await page.getByText('100****5678').waitFor()
    await wellMade(page, 'organisation')
    await page.context().close()
    const small = await site.open(browser, 'hua-yun', '/desk/homes', { viewport: phone })
    await small.getByRole('searchbox').fill('湖东新村12栋')
    await small.keyboard.press('Enter')
    await small.getByRole('link', { name: /湖东新村12栋 ?天井湖/ }).click()
    await small.getByText('各层各户').first().waitFor()
    await wellMade(small, 'building-phone')
    await small.context().close()
  })

  test('an address that names no building is matched with one', async () => {
    await post('zhou-min', '/api/persons', {
      how: 'arrival',
      proof: 'said',
      kinds: ['present'],
      since: '2026-01-01',
      name: '贾平',
      idNumber: numbered('1981-01-01', 123),
      address: '天井湖社区湖东新村平房3号',
    })
    const page = await site.open(browser, 'lu-wei', '/desk/unmatched', desk)
    const row = page.locator('li.task', { hasText: '湖东新村平房3号' })
    await row.getByRole('button', { name: '匹配楼栋' }).click()
    await row.getByText('湖东新村14栋').waitFor()
    await wellMade(page, 'unmatched')
    await row.getByText('湖东新村14栋').click()
    await row.getByRole('button', { name: '确认匹配楼栋' }).click()
    await page.getByText('已经匹配到 湖东新村14栋').waitFor()
    await row.waitFor({ state: 'detached' })
    await page.context().close()
  })
})
