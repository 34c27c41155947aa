import { type Box, inOrder } from './types.ts'
import { toBase64 } from './vault.ts'

/** What is unsent as a file to hand in with a broken phone: still sealed, so that only the account itself or the district can open it. */
export async function exportSealed({ store, account, now }: Box): Promise<string> {
  const rows = inOrder(await store.rows(account))
  const records = await Promise.all(
    rows.map(async ({ id, after, n, state, bytes, sealed, photos }) => ({
      id,
      after,
      n,
      state,
      bytes,
      sealed: toBase64(sealed),
      photos: await Promise.all(
        photos.map(async (p) => {
          const stored = await store.photo(p.id)
          return { id: p.id, file: p.file, sealed: stored ? toBase64(stored.sealed) : null }
        }),
      ),
    })),
  )
  return JSON.stringify(
    { format: 'linli-field-outbox 1', account, at: new Date(now()).toISOString(), records },
    null,
    1,
  )
}
