import { draftOf, markKey } from './keep.ts'
import type { Box, Changes, Draft, Row, Values } from './types.ts'

/** What the server would not take stays until the worker mends it or throws it away. Nothing here happens by itself. */

const stuck = (rows: Row[], id: string) => rows.find((r) => r.id === id && r.state !== 'waiting')
/** Whoever stood behind `row` now stands behind `after`. */
const relink = (rows: Row[], row: Row, after: string | null) =>
  rows.filter((r) => r.after === row.id).map((r) => ({ ...r, after }))

/** Thrown away after the worker confirmed it. false: it was no longer there to be. */
export async function discard(box: Box, row: Row): Promise<boolean> {
  const { kind, subject } = await draftOf(box, row)
  const unmark = await markKey(box, kind, subject)
  return box.store.transact(box.account, (rows) => without(rows, row.id, unmark))
}

function without(rows: Row[], id: string, unmark: string): Changes<boolean> {
  const row = stuck(rows, id)
  if (!row) return { result: false }
  return {
    result: true,
    unmark,
    put: relink(rows, row, row.after),
    remove: [id],
    removePhotos: row.photos.map((p) => p.id),
  }
}

/** The same record said better, under a new id and in the same place of the order. null: it was no longer there to be mended. */
export async function mend(box: Box, id: string, draft: Draft, photos?: string[]): Promise<string | null> {
  const fresh = box.newId()
  const sealed = await box.vault.seal(fresh, draft)
  return box.store.transact(box.account, (rows) => {
    const row = stuck(rows, id)
    if (!row) return { result: null }
    const kept = row.photos.filter((p) => !photos || photos.includes(p.id))
    const gone = row.photos.filter((p) => !kept.includes(p)).map((p) => p.id)
    const again: Row = {
      ...row,
      id: fresh,
      state: 'waiting',
      tries: 0,
      nextAt: 0,
      said: null,
      sealed,
      photos: kept,
      bytes: sealed.length + kept.reduce((sum, p) => sum + p.bytes, 0),
    }
    return { result: fresh, put: [again, ...relink(rows, row, fresh)], remove: [id], removePhotos: gone }
  })
}

/**
 * Two people changed the same. For each attribute the worker says whose value shall stand; theirs is then no longer sent, mine is sent
 * over what stands now, so that a third change in between is told again. Nothing left to say: it is done.
 */
export async function settleConflict(
  box: Box,
  row: Row,
  stands: Values,
  choice: Record<string, 'mine' | 'theirs'>,
): Promise<string | null> {
  const draft = await draftOf(box, row)
  const mine = Object.entries(draft.values ?? {}).filter(([name]) => choice[name] !== 'theirs')
  if (!mine.length) {
    await discard(box, row)
    return null
  }
  const base = { ...draft.base, ...Object.fromEntries(mine.map(([name]) => [name, stands[name] ?? null])) }
  return mend(box, row.id, { ...draft, values: Object.fromEntries(mine), base })
}
