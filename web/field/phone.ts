import { change, newKey, Refused, read, Unreachable } from '../api/client.ts'
import type { Answer } from '../api/contract.ts'
import { type Db, idbStore, openFieldDb } from './outbox/indexeddb.ts'
import { draftOf, keep, markKey, saidOf } from './outbox/keep.ts'
import { hurry, type Stop } from './outbox/pump.ts'
import { type Box, type Draft, inOrder, type Row, type Said } from './outbox/types.ts'
import { fromBase64, type Keys, keysFrom, type Vault, vaultOf } from './outbox/vault.ts'

/** The phone as a whole: whose it is now, today's list, what is unsent. One state, told to whoever draws it. */

export type Day = Answer<'get', '/api/field/day'>
export type Sheet = Day['sheets'][number]
export type Task = Day['tasks'][number]
type Owner = { account: string; name: string; keys: Keys; skewMs: number; lastSync: number | null }
export type Item = { row: Row; draft: Draft | null; said: Said | null }
export type State = {
  ready: boolean
  owner: { account: string; name: string } | null
  online: boolean
  /** Why nothing is sent; `ended`: the session was ended from elsewhere and the list is gone from here. */
  stop: Stop | null
  day: Day | null
  dayWhy: 'none' | 'expired' | null
  done: ReadonlySet<string>
  items: Item[]
  flying: ReadonlySet<string>
  lastSync: number | null
  position: 'yes' | 'no' | null
}

let state: State = {
  ready: false,
  owner: null,
  online: navigator.onLine,
  stop: null,
  day: null,
  dayWhy: 'none',
  done: new Set(),
  items: [],
  flying: new Set(),
  lastSync: null,
  position: null,
}
const listeners = new Set<() => void>()
export const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}
export const current = () => state
export function set(some: Partial<State>) {
  state = { ...state, ...some }
  for (const tell of listeners) tell()
}

let db: Db
let owner: Owner | null = null
let vault: Vault | null = null
/** Other tabs of this phone draw the same records, and one of them sends. */
const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('linli-field') : null
let poke: () => void = () => {}
export const onPoke = (then: () => void) => {
  poke = then
}

export async function start() {
  db = await openFieldDb()
  await readOwner()
  set({ ready: true, position: ((await db.get('phone', 'position')) as State['position']) ?? null })
  tabs?.addEventListener('message', () => void readOwner().then(poke))
  for (const event of ['online', 'offline'])
    addEventListener(event, () => {
      reached(navigator.onLine)
    })
  setInterval(() => void showDay(), 60_000)
  void refreshDay().then(() => navigator.storage?.persist?.())
}

/** Whether the office can be reached: what the browser says of the line is a guess, an answer is a fact. */
export function reached(online: boolean) {
  if (online === state.online) return
  set({ online })
  if (online) void sendNow()
}
export async function probe() {
  await read('/api/health').then(
    () => reached(true),
    () => reached(false),
  )
}

async function readOwner() {
  owner = ((await db.get('phone', 'owner')) as Owner | undefined) ?? null
  vault = owner && vaultOf(owner.keys)
  set({ owner: owner && { account: owner.account, name: owner.name }, lastSync: owner?.lastSync ?? null })
  await Promise.all([showDay(), showItems()])
}

/** All that the outbox works with, or null while nobody is signed in. */
export function boxNow(): Box | null {
  if (!owner || !vault) return null
  return {
    account: owner.account,
    store: idbStore(db),
    vault,
    async ask(path, init) {
      try {
        return await fetch(path, { ...init, credentials: 'same-origin', redirect: 'error', signal: within(60_000) })
      } catch (error) {
        reached(false)
        throw error
      }
    },
    now: Date.now,
    random: Math.random,
    newId: () => crypto.randomUUID(),
  }
}
const within = (ms: number) => {
  const stop = new AbortController()
  setTimeout(() => stop.abort(), ms)
  return stop.signal
}

export async function showItems() {
  const box = boxNow()
  if (!box) return set({ items: [] })
  const rows = inOrder(await box.store.rows(box.account))
  const items = await Promise.all(
    rows.map(async (row) => ({
      row,
      draft: await draftOf(box, row).catch(() => null),
      said: await saidOf(box, row).catch(() => null),
    })),
  )
  set({ items })
}
const changed = async () => {
  await Promise.all([showItems(), showDay()])
  tabs?.postMessage('changed')
  poke()
}

/** The district's clock as far as the phone knows it. */
export const serverNow = () => Date.now() - (owner?.skewMs ?? 0)
type KeptDay = { account: string; sealed: Uint8Array<ArrayBuffer> }

/** Today's list as it lies on the phone; past its hour it is not shown any more, and taken off. */
async function showDay() {
  const kept = (await db.get('phone', 'day')) as KeptDay | undefined
  if (!kept || !vault || kept.account !== owner?.account) return set({ day: null, dayWhy: 'none', done: new Set() })
  const day = await vault.openJson<Day>('day', kept.sealed).catch(() => null)
  if (!day || Date.parse(day.expiresAt) <= serverNow()) {
    await db.delete('phone', 'day')
    return set({ day: null, dayWhy: 'expired', done: new Set() })
  }
  const marks = new Set((await db.getAllFromIndex('marks', 'account', kept.account)).map((m) => m.key))
  const keys = await Promise.all(day.tasks.map((x) => ticks(x, kept.account)))
  const done = day.tasks.filter((_, i) => keys[i]?.some((k) => marks.has(k)))
  set({ day, dayWhy: null, done: new Set(done.map((x) => `${x.kind} ${x.subject}`)) })
}
/** What ticks a line off: the thing itself, and at a door also that nobody opened, or that more was done than asked. */
const ticks = (x: Task, account: string) =>
  Promise.all(
    [x.kind, ...(x.kind === 'visit' ? ['collect', 'refused'] : x.kind === 'collect' ? ['refused'] : [])].map((kind) =>
      markKey({ account, vault: vault as Vault }, kind, x.subject),
    ),
  )

async function keepDay(day: Day, account: string) {
  const sealed = await (vault as Vault).seal('day', day)
  await db.put('phone', { account, sealed } satisfies KeptDay, 'day')
}

/** Fetches today's list, and with it who this is, the key, and how far the phone's clock is off. */
export async function refreshDay(): Promise<void> {
  const asked = Date.now()
  try {
    const session = await read('/api/session')
    reached(true)
    if (await stillLeaving(session.account)) return
    if (owner && session.account && session.account !== owner.account) await wipe(null) // nothing of the first is the second's
    const day = await read('/api/field/day')
    if (!session.account) return
    await welcome(session.account, session.name ?? '', day, Math.round((asked + Date.now()) / 2) - Date.parse(day.at))
  } catch (error) {
    if (error instanceof Unreachable) reached(false)
    if (!(error instanceof Refused)) return
    if (error.status === 401 && error.code === 'session-ended') await wipe('ended')
    else if (error.status === 401) set({ stop: 'sign-in' })
    else if (error.status === 403) await forgetList('no-duty')
  }
}

async function welcome(account: string, name: string, day: Day, skewMs: number) {
  const { lock, ...list } = day
  owner = { account, name, keys: await keysFrom(fromBase64(lock)), skewMs, lastSync: Date.now() - skewMs }
  vault = vaultOf(owner.keys)
  await db.put('phone', owner, 'owner')
  const before = state.day?.day === list.day ? state.day : null
  const doneBefore = before?.tasks.filter((x) => state.done.has(`${x.kind} ${x.subject}`)) ?? []
  const gone = doneBefore.filter((x) => !list.tasks.some((y) => y.kind === x.kind && y.subject === x.subject))
  const sheets = before?.sheets.filter((s) => gone.some((x) => x.subject === s.subject)) ?? []
  const known = list.sheets.map((s) => s.subject)
  await keepDay(
    {
      ...list,
      lock: '',
      tasks: [...list.tasks, ...gone],
      sheets: [...list.sheets, ...sheets.filter((s) => !known.includes(s.subject))],
    },
    account,
  )
  for (const mark of await db.getAllFromIndex('marks', 'account', account))
    if (mark.day !== list.day) await db.delete('marks', mark.key)
  set({ owner: { account, name }, stop: null, lastSync: owner.lastSync })
  await changed()
}

/** Takes a record down. When this resolves it is on the disk. */
export async function save(draft: Omit<Draft, 'occurredAt' | 'skewMs'>, photos: Uint8Array<ArrayBuffer>[] = []) {
  const box = boxNow()
  if (!box || !owner) throw new Error('nobody is signed in')
  const whole: Draft = { ...draft, occurredAt: new Date().toISOString(), skewMs: Math.round(owner.skewMs) }
  await keep(box, whole, photos, state.day?.day ?? null)
  if (draft.kind === 'collect') await rememberValues(draft)
  await changed()
}
/** What was just collected is what this phone shows from now on, also before the server knows it. */
async function rememberValues({ subject, values }: Pick<Draft, 'subject' | 'values'>) {
  const { day } = state
  if (!day || !owner) return
  const sheets = day.sheets.map((s) =>
    s.subject !== subject
      ? s
      : {
          ...s,
          attributes: [
            ...s.attributes.filter((x) => !(x.name in (values ?? {}))),
            ...day.collect.flatMap((c) =>
              c.name !== 'phone' && values && c.name in values
                ? [{ ...c, value: values[c.name], collectedAt: day.day }]
                : [],
            ),
          ],
        },
  )
  await keepDay({ ...day, sheets }, owner.account)
}

/** Runs `fn` on the outbox and shows what came of it. */
export async function onBox<T>(fn: (box: Box) => Promise<T>): Promise<T | null> {
  const box = boxNow()
  if (!box) return null
  const result = await fn(box)
  await changed()
  return result
}
export const sendNow = () => onBox(hurry)

export async function synced() {
  if (!owner) return
  owner = { ...owner, lastSync: serverNow() }
  await db.put('phone', owner, 'owner')
  set({ lastSync: owner.lastSync })
}

export async function choosePosition(position: 'yes' | 'no') {
  await db.put('phone', position, 'position')
  set({ position })
}

/** Leaves the phone. What is unsent stays, closed, until the same account signs in again. */
export async function leave(): Promise<void> {
  if (owner) await db.put('phone', owner.account, 'leaving')
  await wipe(null)
  await refreshDay()
}
/** Left without a line: the session is ended as soon as there is one, before anything else. */
async function stillLeaving(account: string | undefined): Promise<boolean> {
  const leaving = await db.get('phone', 'leaving')
  if (!leaving) return false
  if (account === leaving) await change('DELETE', '/api/session', { key: newKey() })
  await db.delete('phone', 'leaving')
  return account === leaving
}

/** The list of the day, what was ticked and the key go; what is unsent stays as it lies, and nobody else can read it. */
export async function wipe(stop: Stop | null) {
  await forgetList(stop)
  owner = null
  vault = null
  await db.delete('phone', 'owner')
  set({ owner: null, items: [], lastSync: null })
  tabs?.postMessage('changed')
}
export async function forgetList(stop: Stop | null) {
  await db.delete('phone', 'day')
  await db.clear('marks')
  set({ day: null, dayWhy: 'none', done: new Set(), stop })
}
