import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { dateOf, dayNumber } from '../../server/calendar/workdays.ts'
import { act, clockwork } from '../../server/platform/act.ts'
import type { Actor, Duty } from '../../server/platform/auth.ts'
import type { House } from '../../server/platform/house.ts'
import { enter } from '../../server/register/actions.ts'
import { type Chance, chance } from './chance.ts'
import { nameOf } from './people.ts'

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

type Data = Record<string, unknown>
type Place = { id: string; name: string; population: number }
type Book = {
  c: Chance
  asOf: string
  /** The year before. */
  last: number
  urban: Place[]
  rural: Place[]
  /** Those the report names, in its order. */
  named: (...names: string[]) => Place[]
  put: (register: string, from: string, data: Data) => Promise<string>
  count: () => number
}

const made = async (house: House) =>
  (
    await sql`select from event where district = ${house.district} and verb = 'world.books-made' limit 1`.execute(
      house.db,
    )
  ).rows.length > 0

async function keeper(house: House): Promise<Actor> {
  const { rows } = await sql<{ id: string; path: string }>`
    select id, path from place where district = ${house.district} and parent_id is null`.execute(house.db)
  const [root] = rows
  if (!root) throw new Error('no district')
  const post = (duty: Duty) => ({
    id: `world-${duty}`,
    duty,
    unit: 'civil-affairs',
    place: root.id,
    path: root.path,
    capacity: '区民政局',
  })
  return {
    district: house.district,
    account: 'qin-lan',
    name: '秦岚',
    kind: 'staff',
    personId: null,
    posts: (['register-keeper', 'party-worker', 'handler'] as const).map(post),
  }
}

function writer(house: House, actor: Actor) {
  let n = 0
  const put = async (register: string, from: string, data: Data) => {
    const command = { actor, key: randomUUID(), fingerprint: 'world' }
    const { id } = await enter(house, command, register, { from, data }).catch((error) => {
      throw new Error(`${register}: ${error.message} ${JSON.stringify(error.problems ?? '')} ${JSON.stringify(data)}`)
    })
    n++
    return id
  }
  return { put, count: () => n }
}

/** Those that stood on the day and still stand, so that whoever keeps them today may look. */
async function communities(house: House, asOf: string) {
  const { rows } = await sql<Place & { kind: string }>`
    select p.id, p.kind, p.name, coalesce(t.population, 0) as population from place p
      join place_period t on t.district = p.district and t.place_id = p.id and t.valid_from <= ${asOf} and (t.valid_to is null or t.valid_to > ${asOf})
     where p.district = ${house.district} and p.kind in ('community', 'village', 'town', 'street') and p.valid_to is null
     order by p.id`.execute(house.db)
  const urban = rows.filter((r) => r.kind === 'community')
  const named = (...wanted: string[]) =>
    wanted.map((w) => {
      const found = rows.find((r) => r.name.startsWith(w))
      if (!found) throw new Error(`no place called ${w} on ${asOf}`)
      return found
    })
  return { urban, rural: rows.filter((r) => r.kind === 'village'), named }
}

const two = (n: number) => String(n).padStart(2, '0')
const three = (n: number) => String(n).padStart(3, '0')
const between = (c: Chance, from: string, to: string) => dateOf(c.int(dayNumber(from), dayNumber(to)))
/** That many days before the day of the world. */
const ago = (b: Book, days: number) => dateOf(dayNumber(b.asOf) - days)

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

async function organisations(b: Book) {
  const fields = 'charity service elderly culture mutual'.split(' ')
  const titles = '助老服务队 邻里互助社 舞蹈队 读书会 调解工作室 志愿者之家'.split(' ')
  for (let n = 1; n <= 26; n++) {
    const p = b.c.of(b.urban)
    const position = n <= 4 ? 'registered' : n <= 7 ? 'direct' : 'filed'
    const on = between(b.c, `${b.last}-02-01`, `${b.last}-12-20`)
    const title = `${p.name}${b.c.of(titles)}（演示 ${n}）`
    const organisation = await b.put('social-organisation', on, {
      number: `DEMO${three(n)}`,
      name: title,
      community: p.id,
      position,
      kind: position === 'filed' ? 'community' : 'non-enterprise',
      field: b.c.of(fields),
      ...(position === 'filed' ? { filedOn: on } : { registeredOn: on }),
      members: b.c.int(8, 120),
      status: 'active',
    })
    await b.put('incubation', on, {
      number: `FH${three(n)}`,
      name: title,
      community: p.id,
      stage: 'start',
      appliedOn: `${b.last}-01-10`,
      enteredOn: `${b.last}-01-20`,
      outcome: position,
      outcomeOn: on,
      organisation,
      status: 'graduated',
    })
  }
}

async function workers(b: Book) {
  const homes = [...b.urban, ...b.rural]
  const total = 640
  // 218 of them hold the certificate of a social worker, another 60 that of an assistant.
  for (let n = 1; n <= total; n++) {
    const p = homes[n % homes.length] as Place
    const sex = b.c.is(0.62) ? 'female' : 'male'
    const joined = between(b.c, '2008-01-01', `${b.last}-12-31`)
    const worker = await b.put('community-worker', joined, {
      staffNo: `W${String(n).padStart(4, '0')}`,
      name: nameOf(b.c, sex),
      community: p.id,
      sex,
      birthYear: b.c.int(1965, 1994),
      education: b.c.of(['high', 'college', 'college', 'bachelor']),
      post: n <= homes.length ? 'chief' : n <= homes.length * 3 ? 'deputy' : 'general',
      channel: b.c.of(['recruited', 'elected', 'purchased', 'welfare']),
      joinedOn: joined,
      grade: b.c.int(1, 12),
      status: 'active',
    })
    const level = n <= 215 ? 'social-worker' : n <= 218 ? 'senior' : n <= 278 ? 'assistant' : null
    if (level) {
      const issued = between(b.c, '2009-09-01', `${b.last}-11-30`)
      await b.put('certificate', issued, {
        number: `ZS${String(n).padStart(5, '0')}`,
        community: p.id,
        holder: 'worker',
        worker,
        level,
        issuedOn: issued,
      })
    }
  }
}

async function culture(b: Book) {
  const kinds = 'dance opera calligraphy fitness heritage reading music'.split(' ')
  let n = 0
  for (const p of [...b.urban, ...b.rural])
    for (let i = 0; i < b.c.int(3, 9); i++)
      await b.put('culture-team', '2016-01-01', {
        number: `T${String(++n).padStart(4, '0')}`,
        name: `${p.name}第${i + 1}文艺队`,
        community: p.id,
        kind: b.c.of(kinds),
        members: b.c.int(8, 40),
        activities: b.c.int(4, 40),
        filed: b.c.is(0.85),
        ...(b.c.is(0.8) && { speciality: b.c.of(['黄梅戏', '腰鼓', '广场舞', '书法', '太极拳', '剪纸']) }),
        foundedOn: between(b.c, '2008-01-01', '2015-12-31'),
        status: 'active',
      })
  for (let i = 1; i <= 480; i++) {
    const issued = between(b.c, '2010-01-01', `${b.last}-12-31`)
    await b.put('sport-instructor', issued, {
      certificate: `TY${String(i).padStart(5, '0')}`,
      community: b.c.of(b.urban).id,
      level: b.c.of(['first', 'second', 'third', 'third']),
      issuedOn: issued,
      active: b.c.is(0.8),
    })
  }
  const [centre] = b.named('天井湖') as [Place]
  for (const [code, title, kind] of [
    ['V001', '区图书馆（演示）', 'library'],
    ['V002', '区文化馆（演示）', 'culture-hall'],
  ] as const)
    await b.put('venue', '2016-01-01', {
      code,
      name: title,
      community: centre.id,
      kind,
      standard: 'met',
      openedOn: '2012-05-01',
      free: true,
      status: 'open',
    })
  for (const [i, p] of b.urban.entries())
    await b.put('venue', '2016-01-01', {
      code: `V${three(i + 3)}`,
      name: `${p.name}文体活动中心`,
      community: p.id,
      kind: 'centre',
      standard: b.c.is(0.85) ? 'met' : 'short',
      openedOn: '2014-01-01',
      free: true,
      status: 'open',
    })
  for (const p of b.urban.slice(0, 25))
    await b.put('culture-brand', '2016-01-01', {
      name: `${p.name}邻里节`,
      community: p.id,
      kind: 'neighbour',
      timesYear: b.c.int(1, 6),
      status: 'active',
    })
}

async function party(b: Book) {
  for (const [i, p] of b.urban.entries()) {
    await b.put('party-organisation', '2016-01-01', {
      code: `DW${three(i + 1)}`,
      name: `${p.name}党委`,
      community: p.id,
      kind: 'committee',
      status: 'active',
    })
    if (i % 2) continue
    await b.put('co-building-agreement', `${b.last}-03-01`, {
      number: `GJ${three(i + 1)}`,
      name: `${p.name}共驻共建协议`,
      community: p.id,
      partner: '辖区单位（演示）',
      signedOn: `${b.last}-03-01`,
      from: `${b.last}-03-01`,
      to: `${b.last + 2}-02-28`,
      status: 'running',
    })
  }
}
