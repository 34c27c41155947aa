import { sql } from 'kysely'
import { checkItemBody, type ItemGround } from '../content/check.ts'
import type { Item } from '../content/item.ts'
import { processFaults } from '../content/process-check.ts'
import { CompileError, compile } from '../kernel/compile.ts'
import { type Event, type Facts, openTasks, type Process, type State, Stuck, setTimers, step } from '../kernel/step.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'

export type Fault = { path: string; reason: string }
/** A process as it was drawn. */
export type DrawnProcess = { xml: string; process: Process }

/** What a body is judged against: the latest processes, the district's units, the proofs it keeps. */
export async function groundOf(
  db: Db | Tx,
  house: House,
): Promise<ItemGround & { drawn: Map<string, DrawnProcess & { digest: string }> }> {
  const { rows } = await sql<{ id: string; digest: string; body: DrawnProcess }>`
    select distinct on (id) id, digest, body from definition where district = ${house.district} and kind = 'process'
     order by id, version desc`.execute(db)
  const units = await sql<{ id: string }>`select id from unit where district = ${house.district}`.execute(db)
  const drawn = new Map(rows.map((r) => [r.id, { ...r.body, digest: r.digest }]))
  return {
    drawn,
    processes: new Map([...drawn].map(([id, d]) => [id, d.process])),
    units: new Set(units.rows.map((u) => u.id)),
    proofs: house.proofs,
  }
}

/** All faults at once. An item's `process` is the id of a process here, as in a pack's file. */
export async function faultsOf(
  db: Db | Tx,
  house: House,
  kind: 'item' | 'process',
  target: string,
  body: unknown,
): Promise<Fault[]> {
  const faults: Fault[] = []
  const say = (path: string, reason: string) => faults.push({ path, reason })
  const ground = await groundOf(db, house)
  if (kind === 'item') {
    checkItemBody(body as Item, ground, say)
    if ((body as Item).id !== target) say('id', `事项的 id 应为“${target}”`)
    return faults
  }
  try {
    const process = await compile((body as { xml: string }).xml, (id) => ground.drawn.get(id)?.xml)
    if (process.id !== target) say('id', `流程的 id 是“${process.id}”，应为“${target}”`)
    processFaults(process, say)
    // The items that run on it must still fit.
    const processes = new Map(ground.processes).set(target, process)
    for (const item of await itemsOn(db, house, target))
      checkItemBody({ ...item, process: target }, { ...ground, processes }, (path, reason) =>
        say(`${item.name} · ${path}`, reason),
      )
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    for (const p of error.problems) say(p.id, `${p.name ? `“${p.name}”` : p.type}：${p.reason}`)
  }
  return faults
}

/** The latest items whose process is this one, in whatever version. */
export async function itemsOn(db: Db | Tx, house: House, target: string): Promise<Item[]> {
  const { rows } = await sql<{ body: Item }>`
    select i.body from (select distinct on (id) id, body from definition
        where district = ${house.district} and kind = 'item' order by id, version desc) i
     where i.body ->> 'process' in (select digest from definition
        where district = ${house.district} and kind = 'process' and id = ${target})`.execute(db)
  return rows.map((r) => r.body)
}

export type Played = { event: Event; effects: object[] }[]
const longest = 60
/** Plays a diagram through: everything open is completed in turn, with the same facts, until its end or a wait. */
export function simulate(process: Process, facts: Facts): { steps: Played; end: 'finished' | 'waits' | 'stuck' } {
  const steps: Played = []
  let state: State | null = null
  let event: Event | undefined = { type: 'start', facts, counts: {} }
  try {
    while (event && steps.length < longest) {
      const [after, effects]: [State, object[]] = step(process, state, event)
      steps.push({ event, effects })
      state = after
      const [task] = openTasks(process, after)
      const [timer] = setTimers(process, after)
      event = task
        ? { type: 'complete', node: task, agreed: true, facts }
        : timer
          ? { type: 'timer', node: timer, facts }
          : undefined
    }
  } catch (error) {
    if (!(error instanceof Stuck)) throw error
    return { steps, end: 'stuck' }
  }
  return { steps, end: state?.live.length ? 'waits' : 'finished' }
}
