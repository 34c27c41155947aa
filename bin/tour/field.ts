import { randomInt } from 'node:crypto'
import { capture, type Deliver, makePhone, type Phone, replay, sync } from '../../test/phones.ts'
import { jpeg } from '../../test/pictures.ts'
import { type Cast, type Kept, type Op, playSequence, type Server, whats } from '../../test/sequences.ts'
import { draftOf, saidOf } from '../../web/field/outbox/keep.ts'
import { mend, settleConflict } from '../../web/field/outbox/mend.ts'
import { hurry } from '../../web/field/outbox/pump.ts'
import type { Draft, Values } from '../../web/field/outbox/types.ts'
import type { Traveller } from './play.ts'

/** `npm run tour -- field`: three phones in the grid, first as a story, then on random days; counted at the end. */

const begins = Date.parse('2026-09-21T01:00:00Z')
const people = [
  { account: 'hua-yun', name: '华云（天井湖第7网格）', person: 'person-wang-guilan', grid: 'tianjinghu-g007' },
  { account: 'fu-xiaoli', name: '傅晓丽（替华云顶岗）', person: 'person-wang-guilan', grid: 'tianjinghu-g008' },
  { account: 'song-jie', name: '宋杰（农林村，常没有信号）', person: 'person-zhao-xiuying', grid: null },
]
type Ask = Traveller['ask']

export async function playField(base: string, { ask }: Traveller, days: number, say: (line: string) => void) {
  const server = serverAt(base, ask)
  const cast = await prepare(ask)
  const seed = Number(process.env.LINLI_SEED ?? randomInt(1_000_000))
  const failed = await story(server, cast, say)
  const sum = { entries: 0, lost: 0, doubled: 0, disordered: 0, kills: 0, conflicts: 0, refused: 0, discarded: 0 }
  const dice = diceOf(seed)
  for (let i = 0; i < days; i++) {
    const day = await playSequence(server, cast, randomDay(dice), `t${seed}-${i}`)
    for (const k of ['entries', 'kills', 'conflicts', 'refused', 'discarded'] as const) sum[k] += day[k]
    for (const k of ['lost', 'doubled', 'disordered'] as const) sum[k] += day[k].length
    if ((i + 1) % 60 === 0) await moveClock(ask, begins + ((i + 1) / 60) * 86_400_000) // a day's uploads are limited
  }
  say(
    `seed ${seed}: ${sum.kills} tabs killed, ${sum.conflicts} conflicts decided, ${sum.refused} refusals dealt with, ${sum.discarded} discarded by the worker, ${sum.disordered} out of order`,
  )
  say(`${days} sequences, ${sum.entries} entries, ${sum.lost} lost, ${sum.doubled} doubled`)
  return failed + sum.lost + sum.doubled + sum.disordered
}

const moveClock = (ask: Ask, to: number) =>
  ask('shi-rui', 'POST', '/api/demo/clock', { to: new Date(to).toISOString() }, crypto.randomUUID())

async function prepare(ask: Ask): Promise<Cast> {
  const must = async (path: string, body: object) => {
    const res = await ask('lu-wei', 'POST', path, body, crypto.randomUUID())
    if (res.status !== 200) throw new Error(`${path}: ${res.status} ${JSON.stringify(res.body)}`)
  }
  const away = { account: 'hua-yun', from: '2026-09-21', to: '2027-03-31', reason: '培训', handOver: [] }
  await must('/api/absences', { ...away, substitute: 'fu-xiaoli' })
  const points = [{ name: '12栋楼道', checks: ['通道畅通'] }]
  for (const { grid } of people)
    if (grid)
      await must('/api/patrol-plans', {
        grid,
        name: '消防通道',
        kind: '重点巡查',
        everyDays: 7,
        from: '2026-09-01',
        points,
      })
  const plans = (await ask('lu-wei', 'GET', '/api/patrol-plans')).body as { id: string; grid: string }[]
  return people.map((p) => ({ ...p, plan: plans.find((x) => x.grid === p.grid)?.id ?? null }))
}

function serverAt(base: string, ask: Ask): Server {
  const cookies = new Map<string, Promise<string>>()
  const signIn = async (account: string) => {
    const res = await fetch(`${base}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account }),
    })
    return res.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  }
  const deliver: Deliver = async (account, { path, method, headers, payload }, signedIn) => {
    if (!cookies.has(account)) cookies.set(account, signIn(account))
    const cookie = signedIn ? await (cookies.get(account) as Promise<string>) : 'linli=lost'
    const { 'content-length': _, ...rest } = headers
    const res = await fetch(base + path, {
      method,
      headers: { ...rest, cookie },
      ...(payload && { body: new Uint8Array(payload) }),
    })
    return { status: res.status, body: await res.json() }
  }
  return {
    deliver,
    lock: async (account) => (await ask(account, 'GET', '/api/field/day')).body.lock,
    async kept(account, above) {
      const all: Kept[] = []
      for (let before: number | undefined; ; before = all.at(-1)?.n) {
        const page = (await ask(account, 'GET', `/api/field/entries${before ? `?before=${before}` : ''}`))
          .body as Kept[]
        all.push(...page.filter((k) => k.n > above))
        if (page.length < 100 || (page.at(-1)?.n ?? 0) <= above) return all.reverse()
      }
    },
    async stands(account, person) {
      const { body } = await ask(account, 'GET', `/api/field/persons/${person}`)
      return Object.fromEntries(body.attributes.map((a: { name: string; value: string }) => [a.name, a.value]))
    },
  }
}

/** What can go wrong, one after the other; each scene ends with what the office has. */
async function story(server: Server, cast: Cast, say: (line: string) => void): Promise<number> {
  let [failed, scenes] = [0, 0]
  const phones: Phone[] = []
  for (const { account } of cast)
    phones.push(await makePhone(account, await server.lock(account), server.deliver, Math.random))
  const [hua, fu, song] = phones as [Phone, Phone, Phone]
  const has = async (phone: Phone, ...texts: string[]) => {
    const kept = (await server.kept(phone.account, 0)).map((k) => k.text)
    return texts.map((t) => kept.filter((k) => k === t).length)
  }
  const note = (subject: string, text: string, given: Partial<Draft> = {}): Draft => ({
    kind: subject.startsWith('diary') ? 'diary' : 'visit',
    subject,
    title: '',
    where: '',
    occurredAt: '2026-09-21T00:30:00.000Z',
    skewMs: 0,
    text,
    ...given,
  })
  const scene = (what: string, came: number[], wanted: number[], detail: string) => {
    const ok = JSON.stringify(came) === JSON.stringify(wanted)
    if (!ok) failed++
    say(`${ok ? '✓' : '✗'} ${String(++scenes).padStart(2)}  ${what}`)
    say(`         · ${detail}${ok ? '' : `  —— 应为 ${wanted}，实为 ${came}`}`)
  }
  /** As when the line comes back: what waits is due at once. */
  const again = async (phone: Phone) => {
    await hurry(phone.tab.box)
    return sync(phone)
  }
  const photo = (seed: number) => new Uint8Array(jpeg({ seed }))
  const wang = 'person:person-wang-guilan'

  hua.online = false
  await capture(hua, note(wang, '走访：水管漏水'), [photo(1)])
  await capture(hua, note('diary:2026-09-21', '日记：路灯不亮'), [])
  await sync(hua)
  scene(
    '华云在楼道里没有信号：两条记录、一张照片，手机说已保存',
    await has(hua, '走访：水管漏水', '日记：路灯不亮'),
    [0, 0],
    `手机上待发 ${hua.disk.rows.size} 条，社区还没有收到`,
  )
  Object.assign(hua, { online: true, fates: ['ok', 'cut-after', 'cut-before'] })
  await again(hua)
  const once = hua.disk.rows.size
  await again(hua)
  await again(hua)
  scene(
    '信号回来又断：有的在社区收到之后断，有的在收到之前断，手机都再发一次',
    await has(hua, '走访：水管漏水', '日记：路灯不亮'),
    [1, 1],
    `第一次之后手机上还有 ${once} 条，再发之后 ${hua.disk.rows.size} 条，社区各收到一次`,
  )

  await capture(song, note('diary:2026-09-21', '日记：桥面结冰'), [photo(2)])
  song.tab.fuse = 6
  await sync(song)
  const died = !song.tab.alive
  song.open()
  await again(song)
  scene(
    '宋杰的页面在发送途中被系统关掉，重新打开接着发',
    await has(song, '日记：桥面结冰'),
    [1],
    died ? '关掉一次，收到一次' : '没有关掉',
  )

  await capture(song, note('diary:2026-09-22', '日记：第一条'), [])
  await capture(song, note('diary:2026-09-22', '日记：第二条'), [])
  song.fates = ['twice', 'twice']
  await again(song)
  await replay(song, song.copies.length - 2)
  await replay(song, song.copies.length - 1)
  const order = (await server.kept('song-jie', 0)).map((k) => k.text).filter((t) => /第.条/.test(t))
  scene(
    '网络把请求送了两遍，过后又把旧的送来一遍',
    await has(song, '日记：第一条', '日记：第二条'),
    [1, 1],
    `收到：${order.join('，')}`,
  )

  hua.signedIn = false
  await capture(hua, note(wang, '走访：登录过期'), [])
  const stopped = await again(hua)
  const before = hua.disk.rows.size
  hua.signedIn = true
  await again(hua)
  scene(
    '华云的登录过期：记录都留着，重新登录后接着发',
    await has(hua, '走访：登录过期'),
    [1],
    `停下的原因 ${stopped?.stop}，留着 ${before} 条`,
  )

  hua.full = true
  await capture(hua, note(wang, '走访：手机满了'), [photo(3)])
  hua.full = false
  scene(
    '手机存满了：没有说已保存，也没有留下半条',
    await has(hua, '走访：手机满了'),
    [0],
    `手机上 ${hua.disk.rows.size} 条`,
  )

  await capture(hua, note(wang, '走访：照片坏了'), [new Uint8Array([1, 2, 3])])
  await capture(hua, note(wang, '走访：后一条'), [])
  await again(hua)
  const bad = [...hua.disk.rows.values()].find((r) => r.state === 'refused')
  const said = bad && (await saidOf(hua.tab.box, bad))
  const held = (await has(hua, '走访：后一条'))[0]
  if (bad) await mend(hua.tab.box, bad.id, await draftOf(hua.tab.box, bad), [])
  await again(hua)
  scene(
    '社区不收的那条等人处理，同一户的后一条排在它后面；去掉坏照片，两条按次序送到',
    [held ?? -1, ...(await has(hua, '走访：照片坏了', '走访：后一条'))],
    [0, 1, 1],
    `原因：${said?.message}`,
  )

  const seen: Values = { education: null }
  const school = (education: string) => note(wang, '', { kind: 'collect', values: { education }, base: seen })
  await capture(hua, school('小学'), [])
  await capture(fu, school('初中'), [])
  await again(hua)
  await again(fu)
  const clash = [...fu.disk.rows.values()].find((r) => r.state === 'conflict')
  const stands = await server.stands('fu-xiaoli', 'person-wang-guilan')
  if (clash) await settleConflict(fu.tab.box, clash, stands, { education: 'mine' })
  await again(fu)
  const after = await server.stands('fu-xiaoli', 'person-wang-guilan')
  scene(
    '华云和顶岗的傅晓丽改了同一项：三栏对照，由人决定',
    [clash ? 1 : 0, fu.disk.rows.size],
    [1, 0],
    `我看到的 未填写 | 现在登记的 ${stands.education} | 我要改成的 初中 → ${after.education}`,
  )
  return failed
}

function diceOf(seed: number) {
  let state = seed || 1
  return (sides: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * sides)
  }
}
function randomDay(dice: (sides: number) => number): Op[] {
  const often: Op['what'][] = ['visit', 'collect', 'diary', 'patrol', 'sync', 'sync-all', 'cut', 'kill-in']
  return Array.from({ length: 6 + dice(21) }, () => ({
    phone: dice(3),
    what: (dice(3) ? often[dice(often.length)] : whats[dice(whats.length)]) as Op['what'],
    a: dice(97),
    b: dice(97),
  }))
}
