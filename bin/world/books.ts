import { sql } from 'kysely'
import { dateOf, dayNumber } from '../../server/calendar/workdays.ts'
import { act, clockwork } from '../../server/platform/act.ts'
import type { House } from '../../server/platform/house.ts'
import { culture, organisations, party, workers } from './bodies.ts'
import { chance } from './chance.ts'
import { ago, type Book, between, communities, type Data, keeper, three, two, writer } from './keeper.ts'

/**
 * The books of a district that never was, entered one by one through the same door as a keeper's: as many of each as the report of 2017
 * tells of. Nobody's name or number in it is anybody's.
 */
export async function makeBooks(house: House, setClock: (at: Date) => void, asOf: string): Promise<number> {
  if (await made(house)) return 0
  setClock(new Date(`${asOf}T09:00:00+08:00`))
  const places = await communities(house, asOf)
  const b: Book = {
    c: chance('books', asOf),
    asOf,
    last: Number(asOf.slice(0, 4)) - 1,
    ...places,
    ...writer(house, await keeper(house)),
  }
  await policy(b)
  await facilities(b)
  await windows(b)
  await pilots(b)
  await organisations(b)
  await workers(b)
  await culture(b)
  await party(b)
  await act(house, clockwork(house.district), async ({ record }) =>
    record({ as: null, verb: 'world.books-made', data: { entries: b.count() } }),
  )
  return b.count()
}

const made = async (house: House) =>
  (
    await sql`select from event where district = ${house.district} and verb = 'world.books-made' limit 1`.execute(
      house.db,
    )
  ).rows.length > 0

async function policy(b: Book) {
  const since = `${b.last}-01-01`
  const froms = '合肥市 芜湖市 安庆市 南京市 杭州市 武汉市 长沙市 成都市 郑州市 南昌市'.split(' ')
  for (let n = 1; n <= 36; n++)
    await b.put('delegation', since, {
      number: `${b.last}-${three(n)}`,
      name: `${b.c.of(froms)}社区建设考察团`,
      on: between(b.c, since, ago(b, 1)),
      scope: n % 3 ? 'in' : 'out',
      size: b.c.int(6, 40),
    })
  const lines = 'service culture beautiful party organisation worker burden'.split(' ')
  const main = await b.put('policy-document', `${b.last}-03-28`, {
    number: `演示〔${b.last}〕8 号`,
    name: '推进社区治理和服务创新的实施意见（演示）',
    role: 'main',
    issuedOn: `${b.last}-03-28`,
    line: 'general',
    status: 'issued',
  })
  for (const [i, line] of lines.entries())
    await b.put('policy-document', `${b.last}-04-${two(10 + i)}`, {
      number: `演示〔${b.last}〕${9 + i} 号`,
      name: `配套文件之${i + 1}（演示）`,
      role: 'supporting',
      main,
      issuedOn: `${b.last}-04-${two(10 + i)}`,
      line,
      status: 'issued',
    })
}

const component = (kind: string, shape: string) => ({ component: kind, shape, number: 1, assumed: true })

async function facilities(b: Book) {
  const from = `${b.last}-03-28`
  const standard = (code: string, title: string, kind: string, components: Data[]) =>
    b.put('facility-standard', from, {
      code,
      version: 1,
      name: title,
      kind,
      areaPer100: 30,
      components,
      effectiveOn: from,
    })
  const urban = await standard('URBAN', '五中心一广场', 'urban', [
    ...['service', 'activity', 'elderly', 'health', 'organisations'].map((k) => component(k, 'centre')),
    component('square', 'square'),
  ])
  const rural = await standard('RURAL', '一厅八室三栏一场所', 'rural', [
    component('hall', 'hall'),
    ...[
      'party-room',
      'reading-room',
      'sport-room',
      'mediation-room',
      'clinic',
      'family-room',
      'day-care',
      'training-room',
    ].map((k) => component(k, 'room')),
    ...['party-board', 'affairs-board', 'finance-board'].map((k) => component(k, 'board')),
    component('ground', 'ground'),
  ])
  // Five swapped or rebuilt in the year before: 10 200 m², 35 000 households, just under 100 000 people.
  const renewed = b.named('天井湖', '鹞山', '幸福', '官塘', '阳光')
  const areas = [2600, 1900, 2100, 1850, 1750]
  const households = [8800, 6400, 7200, 6500, 6100]
  const residents = [25_100, 18_200, 20_400, 18_600, 17_400]
  const room = (kind: string) => ({ component: kind, number: 1 })
  for (const [i, p] of renewed.entries())
    await b.put('facility', `${b.last}-0${4 + i}-15`, {
      code: `F${three(i + 1)}`,
      name: `${p.name}综合服务设施`,
      community: p.id,
      standard: urban,
      source: i % 2 ? 'rebuild' : 'swap',
      area: areas[i],
      households: households[i],
      residents: residents[i],
      operator: i === 0 ? 'commissioned' : 'residents',
      openedOn: `${b.last}-0${4 + i}-15`,
      weeklyHours: 42,
      rooms: ['service', 'activity', 'elderly', 'health', 'organisations', ...(i < 4 ? ['square'] : [])].map(room),
      status: 'opened',
    })
  const others = [...b.urban.filter((p) => !renewed.some((r) => r.id === p.id)), ...b.rural.slice(0, 6)]
  for (const [i, p] of others.entries())
    await b.put('facility', '2016-01-01', {
      code: `F${three(i + 6)}`,
      name: `${p.name}综合服务设施`,
      community: p.id,
      standard: b.rural.includes(p) ? rural : urban,
      source: 'new',
      area: b.c.int(300, 1200),
      households: Math.round(p.population / 2.86),
      residents: p.population,
      operator: b.c.of(['committee', 'residents', 'commissioned']),
      openedOn: between(b.c, '2012-01-01', '2015-12-31'),
      rooms: ['service', 'activity', 'elderly', 'health'].filter(() => b.c.is(0.8)).map(room),
      status: 'opened',
    })
  for (const p of b.rural.slice(0, 6))
    await b.put('facility-plan', ago(b, 120), {
      year: b.last + 1,
      name: `${p.name}服务设施建设`,
      community: p.id,
      kind: 'rural',
      method: 'new',
      standard: rural,
      area: b.c.int(400, 800),
      plannedOpenOn: dateOf(dayNumber(b.asOf) + 200),
      status: 'planned',
    })
}

async function windows(b: Book) {
  const lines = {
    'social-insurance': '社保',
    'civil-affairs': '民政',
    'family-planning': '计生',
    disabled: '残联',
    housing: '住房保障',
    'medical-insurance': '医保',
    employment: '就业',
  }
  for (const [line, title] of Object.entries(lines))
    await b.put('window-line', `${b.last}-07-01`, {
      line,
      name: `${title}窗口`,
      department: 'civil-affairs',
      mergedOn: `${b.last}-07-01`,
      status: 'merged',
    })
}

async function pilots(b: Book) {
  const first = b.named('官塘', '幸福', '天井湖')
  const media = [...first, ...b.urban.filter((p) => !first.includes(p)).slice(0, 13)]
  for (const [i, p] of media.entries())
    for (const kind of i % 3 ? ['wechat'] : ['wechat', 'forum'])
      await b.put('new-media-channel', `${b.last}-05-01`, {
        name: `${p.name}${kind === 'wechat' ? '微信公众号' : '论坛'}`,
        community: p.id,
        kind,
        account: `demo-${p.id}-${kind}`,
        openedOn: `${b.last}-05-01`,
        followers: b.c.int(300, 6000),
        status: 'active',
      })
  const units = b.named('幸福', '官塘', '天井湖', '阳光', '鹞山')
  for (const p of units)
    await b.put('unit-pilot', `${b.last}-06-01`, {
      name: `${p.name}单元化治理试点`,
      community: p.id,
      startedOn: `${b.last}-06-01`,
      unitsPlanned: Math.max(1, Math.round(p.population / 2860)),
      councils: Math.max(1, Math.round(p.population / 4000)),
      status: 'pilot',
    })
  for (const p of b.named('西湖镇', '东郊', '幸福', '阳光', '官塘'))
    await b.put('deliberation-pilot', `${b.last}-06-01`, {
      name: `${p.name}协商试点`,
      place: p.id,
      startedOn: `${b.last}-06-01`,
      topics: b.c.int(8, 20),
      sessions: b.c.int(4, 30),
      status: 'pilot',
    })
}
