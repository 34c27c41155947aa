import { attempt, type Outcome } from './send.ts'
import { type Box, inOrder, type Row } from './types.ts'

const atOnce = 3
const longest = 5 * 60_000

/** 2 s, doubled each time, at most five minutes; each phone at a moment of its own, or all would come back at once. */
export const delay = (tries: number, random: number) => Math.min(longest, 2000 * 2 ** tries) * (0.5 + random / 2)

/** Nobody signed in, or whoever it was may not any more: everything stays, nothing is sent. */
export type Stop = 'sign-in' | 'ended' | 'no-duty'
export type Round = {
  stop: Stop | null /** When the next attempt is due, by the phone's clock. */
  nextAt: number | null
}

/** The first of each subject: what comes behind it waits, also behind one that needs the worker. */
export function heads(rows: Row[]): Row[] {
  const first = new Map<string, Row>()
  for (const row of inOrder(rows)) if (!first.has(row.chain)) first.set(row.chain, row)
  return [...first.values()].filter((r) => r.state === 'waiting')
}

/**
 * Sends whatever is due until nothing is: in order within a subject, several subjects side by side. `busy` is told what is on its way.
 */
export async function round(box: Box, busy: (ids: ReadonlySet<string>) => void = () => {}): Promise<Round> {
  const flying = new Map<string, Promise<void>>()
  let stop: Stop | null = null
  const tell = () => busy(new Set(flying.keys()))
  for (;;) {
    const first = heads(await box.store.rows(box.account))
    const due = stop ? [] : first.filter((r) => r.nextAt <= box.now() && !flying.has(r.id))
    for (const row of due.slice(0, atOnce - flying.size)) {
      const flight = attempt(box, row)
        .catch((): Outcome => ({ is: 'later' })) // what cannot be opened must not hold up the others
        .then((outcome) => settle(box, row, outcome))
        .then((halt) => {
          stop ??= halt
        })
        .finally(() => {
          flying.delete(row.id)
          tell()
        })
      flight.catch(() => {}) // told below, to whoever waits
      flying.set(row.id, flight)
      tell()
    }
    if (flying.size) await Promise.race(flying.values())
    else return { stop, nextAt: first.length ? Math.min(...first.map((r) => r.nextAt)) : null }
  }
}

/** Writes down what became of an attempt. A record goes only after the server said that it has it. */
async function settle(box: Box, { id, account }: Row, outcome: Outcome): Promise<Stop | null> {
  const { is } = outcome
  if (is === 'sign-in' || is === 'ended' || is === 'no-duty') return is
  const said = 'said' in outcome ? await box.vault.seal(`${id} said`, outcome.said) : null
  await box.store.transact(account, (rows) => {
    const row = rows.find((r) => r.id === id) // another tab may have been quicker
    if (!row) return { result: null }
    if (is === 'kept') return { result: null, remove: [id], removePhotos: row.photos.map((p) => p.id) }
    const next =
      is === 'later'
        ? { ...row, tries: row.tries + 1, nextAt: box.now() + delay(row.tries, box.random()) }
        : { ...row, state: is, said }
    return { result: null, put: [next] }
  })
  return null
}

/** The line is back, or the worker will not wait: what waits is due now. */
export const hurry = ({ store, account }: Box) =>
  store.transact(account, (rows) => ({
    result: null,
    put: rows.filter((r) => r.state === 'waiting' && r.nextAt).map((r) => ({ ...r, tries: 0, nextAt: 0 })),
  }))
