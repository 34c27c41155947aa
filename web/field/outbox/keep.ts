import type { Box, Draft, Row, Said } from './types.ts'

/**
 * Takes a record down. Only when this resolves may the worker be told that it is saved: record, photos and the tick on today's list
 * are then on the disk, in one transaction. @throws what the disk says, and then nothing was kept.
 */
export async function keep(
  box: Box,
  draft: Draft,
  photos: Uint8Array<ArrayBuffer>[] = [],
  day: string | null = null,
): Promise<string> {
  const { account, store, vault } = box
  const id = box.newId()
  const sealed = await vault.seal(id, draft)
  const stored = await Promise.all(
    photos.map(async (bytes) => {
      const photoId = box.newId()
      return { photo: { id: photoId, account, sealed: await vault.seal(photoId, bytes) }, bytes: bytes.length }
    }),
  )
  const chain = await vault.tag(draft.subject)
  const mark = day && { key: await markKey(box, draft.kind, draft.subject), account, day }
  return store.transact(account, (rows) => {
    const before = rows.filter((r) => r.chain === chain).sort((a, b) => b.n - a.n)[0]
    const row: Row = {
      id,
      account,
      chain,
      after: before?.id ?? null,
      n: Math.max(0, ...rows.map((r) => r.n)) + 1,
      state: 'waiting',
      tries: 0,
      nextAt: 0,
      bytes: sealed.length + stored.reduce((sum, p) => sum + p.bytes, 0),
      photos: stored.map((p) => ({ id: p.photo.id, bytes: p.bytes, file: null })),
      sealed,
      said: null,
    }
    return { result: id, put: [row], putPhotos: stored.map((p) => p.photo), ...(mark && { mark }) }
  })
}

/** A tick fits a line of today's list by what is done and to whom; both blinded. */
export const markKey = async ({ account, vault }: Pick<Box, 'account' | 'vault'>, kind: string, subject: string) =>
  `${account} ${await vault.tag(`${kind} ${subject}`)}`

export const draftOf = ({ vault }: Box, row: Row) => vault.openJson<Draft>(row.id, row.sealed)
export const saidOf = ({ vault }: Box, row: Row) =>
  row.said ? vault.openJson<Said>(`${row.id} said`, row.said) : Promise.resolve(null)
