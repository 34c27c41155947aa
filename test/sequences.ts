import { draftOf, saidOf } from '../web/field/outbox/keep.ts'
import { discard, mend, settleConflict } from '../web/field/outbox/mend.ts'
import { hurry } from '../web/field/outbox/pump.ts'
import { type Draft, inOrder, type Values } from '../web/field/outbox/types.ts'
import { capture, type Deliver, type Fate, makePhone, type Phone, replay, sync } from './phones.ts'
import { jpeg } from './pictures.ts'

/** One random day of three phones, and whether what they were told is what the server has. */

export type Op = { phone: number; what: (typeof whats)[number]; a: number; b: number }
export const whats = [
  'visit',
  'collect',
  'diary',
  'patrol',
  'wrong',
  'damaged',
  'sync',
  'sync-all',
  'kill-in',
  'two-tabs',
  'cut',
  'offline',
  'online',
  'lose-session',
  'sign-in',
  'full',
  'replay',
  'look',
  'mend',
] as const
const fates: Fate[] = ['cut-before', 'cut-after', 'twice', 'portal', 'broken', 'ok']
const schools = ['小学', '初中', '高中', '大专', '本科', null]

export type Kept = { id: string; n: number; subject: string; text: string; photos: number }
export type Server = {
  deliver: Deliver
  lock(account: string): Promise<string>
  /** What the server has from this account, above `n`, in its own order. */
  kept(account: string, above: number): Promise<Kept[]>
  stands(account: string, person: string): Promise<Values>
}
/** Two workers in the same grid, of whom one stands in for the other, and one far from any signal. */
export type Cast = { account: string; person: string; plan: string | null }[]
export type Played = {
  entries: number
  lost: string[]
  doubled: string[]
  disordered: string[]
  conflicts: number
  refused: number
  discarded: number
  kills: number
}

export async function playSequence(server: Server, cast: Cast, ops: Op[], run: string): Promise<Played> {
  let draw = 7
  const chance = () => {
    draw = (draw * 1103515245 + 12345) % 2147483648
    return draw / 2147483648
  }
  const [phones, seen] = [[] as Phone[], cast.map(() => ({}) as Values)]
  const above = await Promise.all(cast.map(async ({ account }) => (await server.kept(account, 0)).at(-1)?.n ?? 0))
  for (const { account } of cast)
    phones.push(await makePhone(account, await server.lock(account), server.deliver, chance))
  const counts = { conflicts: 0, refused: 0, discarded: 0 }
  let serial = 0

  for (const op of ops) await play(op)
  async function play({ phone: index, what, a, b }: Op) {
    const i = index % phones.length
    const [phone, who] = [phones[i] as Phone, cast[i] as Cast[number]]
    if (!phone.tab.alive) phone.open()
    const photos = () => Array.from({ length: b % 4 === 0 ? 1 : 0 }, () => bytesOf(jpeg({ seed: ++serial })))
    const draft = (given: Pick<Draft, 'kind' | 'subject'> & Partial<Draft>): Draft => ({
      title: '',
      where: '',
      occurredAt: '2026-09-21T00:30:00.000Z',
      skewMs: 0,
      text: `${run}/${phone.account}/${++serial}`,
      ...given,
    })
    if (what === 'visit')
      return capture(phone, draft({ kind: a % 3 ? 'visit' : 'refused', subject: `person:${who.person}` }), photos())
    if (what === 'diary') return capture(phone, draft({ kind: 'diary', subject: `diary:2026-09-2${a % 3}` }), photos())
    if (what === 'patrol' && who.plan)
      return capture(phone, draft({ kind: 'patrol', subject: `patrol:${who.plan}`, points: [] }), photos())
    if (what === 'collect') {
      const values = { education: schools[a % schools.length] ?? null, workplace: b % 3 ? null : `${run}${b}` }
      const base = { education: seen[i]?.education ?? null, workplace: seen[i]?.workplace ?? null }
      return capture(phone, draft({ kind: 'collect', subject: `person:${who.person}`, values, base }), [])
    }
    // The server will not take these: one says nothing, the other's photo is broken.
    if (what === 'wrong')
      return capture(phone, draft({ kind: 'collect', subject: `person:${who.person}`, values: {}, base: {} }), [])
    if (what === 'damaged')
      return capture(phone, draft({ kind: 'visit', subject: `person:${who.person}` }), [new Uint8Array([1, 2, 3])])
    if (what === 'sync') return void (await sync(phone))
    if (what === 'sync-all') return void (await Promise.all(phones.filter((p) => p.tab.alive).map(sync)))
    if (what === 'kill-in') phone.tab.fuse = b % 9
    if (what === 'two-tabs') {
      const first = sync(phone)
      phone.open()
      await Promise.all([first, sync(phone)])
    }
    if (what === 'cut')
      phone.fates.push(...Array.from({ length: 1 + (a % 3) }, (_, k) => fates[(a + b + k) % fates.length] as Fate))
    if (what === 'offline') phone.online = false
    if (what === 'online') phone.online = true
    if (what === 'lose-session') phone.signedIn = false
    if (what === 'sign-in') phone.signedIn = true
    if (what === 'full') phone.full = a % 2 === 0
    if (what === 'replay') await replay(phone, a)
    if (what === 'look' && phone.online && phone.signedIn) seen[i] = await server.stands(who.account, who.person)
    if (what === 'mend') await decide(phone, who, b)
    phone.now += (a % 8) * 20_000
  }

  /** The worker goes through what needs them. */
  async function decide(phone: Phone, who: Cast[number], pick: number) {
    const { box } = phone.tab
    if (!phone.tab.alive) return
    const stuck = inOrder([...phone.disk.rows.values()]).filter((r) => r.state !== 'waiting')
    const row = stuck[pick % Math.max(1, stuck.length)]
    if (!row) return
    const draft = await draftOf(box, row)
    const said = await saidOf(box, row)
    if (!said?.message) throw new Error(`${draft.text} needs the worker, and nothing says why`)
    const settled = (gone: boolean) => {
      if (!gone) return
      counts.discarded++
      phone.discarded.add(draft.text)
    }
    phone.tab.fuse = Number.POSITIVE_INFINITY // here the worker looks on
    if (row.state === 'conflict') {
      counts.conflicts++
      const stands = await server.stands(who.account, who.person)
      const names = said.problems.map((p) => p.field.replace('values.', ''))
      if (!names.length) throw new Error(`${draft.text} conflicts in nothing`)
      const choice = Object.fromEntries(names.map((n) => [n, (pick >> 1) % 2 ? 'mine' : 'theirs'] as const))
      return settled((await settleConflict(box, row, stands, choice)) === null)
    }
    counts.refused++
    if (pick % 3 === 0) return settled(await discard(box, row))
    if (draft.kind === 'collect') return void (await mend(box, row.id, { ...draft, values: { education: '初中' } }))
    phone.withoutPhoto.add(draft.text)
    await mend(box, row.id, draft, [])
  }

  /** In the evening there is a line, a session, room on the disk, and a worker who looks after what needs them. */
  for (const [i, phone] of phones.entries()) {
    phone.open()
    Object.assign(phone, { online: true, signedIn: true, full: false, fates: [] })
    for (let turn = 0; phone.disk.rows.size; turn++) {
      if (turn > 200) throw new Error(`${run}: ${phone.account} never gets rid of ${phone.disk.rows.size} records`)
      await hurry(phone.tab.box)
      await sync(phone)
      await decide(phone, cast[i] as Cast[number], turn)
    }
  }
  const compared = await Promise.all(
    phones.map(async (p, i) => compare(p, await server.kept(p.account, above[i] as number))),
  )
  const all = <T>(of: (c: (typeof compared)[number]) => T[]) => compared.flatMap(of)
  return {
    ...counts,
    kills: phones.reduce((n, p) => n + p.deaths, 0),
    entries: phones.reduce((n, p) => n + p.told.length, 0),
    lost: all((c) => c.lost),
    doubled: all((c) => c.doubled),
    disordered: all((c) => c.disordered),
  }
}

/** Everything told "saved" is there exactly once, with its photos, in its order; what was thrown away is not; nothing is there twice. */
function compare({ told, discarded, withoutPhoto }: Phone, kept: Kept[]) {
  const texts = kept.map((k) => k.text)
  const once = (text: string) => texts.filter((t) => t === text).length
  const lost = told.filter((t) => {
    const there = kept.find((k) => k.text === t.marker)
    return discarded.has(t.marker) ? false : !there || there.photos !== (withoutPhoto.has(t.marker) ? 0 : t.photos)
  })
  const doubled = [...new Set(texts)].filter((t) => once(t) > 1 || discarded.has(t))
  const place = new Map(told.map((t) => [t.marker, t]))
  const disordered = kept.filter((k, i) => {
    const me = place.get(k.text)
    return me && kept.slice(0, i).some((x) => x.subject === k.subject && (place.get(x.text)?.order ?? 0) > me.order)
  })
  return { lost: lost.map((t) => t.marker), doubled, disordered: disordered.map((k) => k.text) }
}

const bytesOf = (b: Buffer) => new Uint8Array(b)
