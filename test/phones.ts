import { randomUUID } from 'node:crypto'
import { keep } from '../web/field/outbox/keep.ts'
import { type Round, round } from '../web/field/outbox/pump.ts'
import type { Box, Draft, Mark, Reply, Row, Store, StoredPhoto } from '../web/field/outbox/types.ts'
import { keysFrom, vaultOf } from '../web/field/outbox/vault.ts'

/** Phones for tests: the real outbox on a disk, a line and tabs that fail whenever they are told to. */

export type Wire = { path: string; method: string; headers: Record<string, string>; payload: Buffer | null }
/** Brings a request to the server as somebody; `signedIn` false sends a cookie that opens nothing. */
export type Deliver = (account: string, wire: Wire, signedIn: boolean) => Promise<{ status: number; body: unknown }>

/** What may become of one request on its way. */
export type Fate = 'ok' | 'cut-before' | 'cut-after' | 'twice' | 'portal' | 'broken'
export type Told = { marker: string; id: string; subject: string; order: number; photos: number }
export type Tab = { box: Box; alive: boolean; dead: Promise<void>; fuse: number }
export type Phone = Awaited<ReturnType<typeof makePhone>>

export async function makePhone(account: string, lock: string, deliver: Deliver, chance: () => number) {
  const keys = await keysFrom(new Uint8Array(Buffer.from(lock, 'base64')))
  const disk = { rows: new Map<string, Row>(), photos: new Map<string, StoredPhoto>(), marks: new Map<string, Mark>() }
  const phone = {
    account,
    disk,
    now: 0,
    signedIn: true,
    online: true,
    full: false,
    fates: [] as Fate[],
    /** Requests that the network may bring once more, later. */
    copies: [] as Wire[],
    told: [] as Told[],
    discarded: new Set<string>(),
    /** Sent again without its photo, which was broken. */
    withoutPhoto: new Set<string>(),
    deaths: 0,
    keptByHand: 0,
    tab: null as unknown as Tab,
    open: () => openTab(),
    deliver,
  }

  /** A tab dies when its fuse has burnt down: whatever it waited for never comes back. */
  function openTab(): Tab {
    let die: () => void = () => {}
    const dead = new Promise<void>((done) => {
      die = done
    })
    const tab: Tab = { box: null as unknown as Box, alive: true, dead, fuse: Number.POSITIVE_INFINITY }
    const gate = () => {
      if (tab.alive && tab.fuse-- <= 0) {
        tab.alive = false
        phone.deaths++
        die()
      }
      return tab.alive ? Promise.resolve() : new Promise<void>(() => {})
    }
    const store: Store = {
      async transact(who, decide) {
        await gate()
        const changes = decide([...disk.rows.values()].filter((r) => r.account === who).map((r) => structuredClone(r)))
        const fresh = changes.put?.some((r) => !disk.rows.has(r.id))
        if (phone.full && fresh && !changes.remove) throw new DOMException('full', 'QuotaExceededError')
        for (const id of changes.remove ?? []) disk.rows.delete(id)
        for (const row of changes.put ?? []) disk.rows.set(row.id, structuredClone(row))
        for (const id of changes.removePhotos ?? []) disk.photos.delete(id)
        for (const photo of changes.putPhotos ?? []) disk.photos.set(photo.id, photo)
        await gate()
        return changes.result
      },
      async rows(who) {
        await gate()
        return [...disk.rows.values()].filter((r) => r.account === who).map((r) => structuredClone(r))
      },
      async photo(id) {
        await gate()
        return disk.photos.get(id)
      },
    }
    const ask: Box['ask'] = async (path, init) => {
      await gate()
      const wire = await wireOf(path, init)
      const reply = await overTheLine(wire)
      await gate()
      return reply
    }
    tab.box = {
      account,
      store,
      vault: vaultOf(keys),
      ask,
      now: () => phone.now,
      random: chance,
      newId: () => randomUUID(),
    }
    phone.tab = tab
    return tab
  }

  async function overTheLine(wire: Wire): Promise<Reply> {
    if (!phone.online) throw new TypeError('no line')
    const fate = phone.fates.shift() ?? 'ok'
    if (fate === 'cut-before') throw new TypeError('cut before')
    if (fate === 'portal') return { status: 200, json: () => Promise.reject(new SyntaxError('<html>')) }
    if (fate === 'broken') return { status: 503, json: () => Promise.resolve({ code: 'down', message: '' }) }
    phone.copies.push(wire)
    const answers = await Promise.all([
      deliver(account, wire, phone.signedIn),
      ...(fate === 'twice' ? [deliver(account, wire, phone.signedIn)] : []),
    ])
    if (fate === 'cut-after') throw new TypeError('cut after')
    const { status, body } = answers[answers.length - 1] as (typeof answers)[number]
    return { status, json: () => Promise.resolve(body) }
  }
  openTab()
  return phone
}

async function wireOf(path: string, init: Parameters<Box['ask']>[1]): Promise<Wire> {
  const request = new Request(`http://phone${path}`, init)
  const headers = Object.fromEntries(request.headers)
  return { path, method: init.method, headers, payload: Buffer.from(await request.arrayBuffer()) }
}

/** What a tab began, as far as it lived to see the end: undefined when it died before. */
export const living = <T>(tab: Tab, work: Promise<T>): Promise<T | undefined> =>
  Promise.race([work, tab.dead.then(() => undefined)])

/** The worker takes something down, and is told that it is saved, or is not. */
export async function capture(phone: Phone, draft: Draft, photos: Uint8Array<ArrayBuffer>[]): Promise<void> {
  const { tab } = phone
  const order = ++phone.keptByHand
  try {
    const id = await living(tab, keep(tab.box, draft, photos))
    if (id) phone.told.push({ marker: draft.text, id, subject: draft.subject, order, photos: photos.length })
  } catch (error) {
    if ((error as Error).name !== 'QuotaExceededError') throw error
  }
}
export const sync = (phone: Phone): Promise<Round | undefined> => living(phone.tab, round(phone.tab.box))

/** The network brings an old request once more: the phone hears nothing of it. */
export async function replay(phone: Phone, which: number): Promise<void> {
  const wire = phone.copies[which % Math.max(1, phone.copies.length)]
  if (wire) await phone.deliver(phone.account, wire, true)
}
