import { draftOf } from './keep.ts'
import type { Box, Photo, Problem, Reply, Row, Said } from './types.ts'

/** What became of one attempt. */
export type Outcome =
  | { is: 'kept' }
  | { is: 'later' }
  | { is: 'conflict' | 'refused'; said: Said }
  /** Nothing more can be sent: sign in; the session was ended; the post was. */
  | { is: 'sign-in' | 'ended' | 'no-duty' }

type Answer = { code?: unknown; message?: unknown; problems?: unknown; field?: unknown; id?: unknown }

/**
 * What an answer means. Only our own server's words count: a page of a hotel's network that answers 200 or 403 to everything is no
 * answer at all.
 */
export function judge(status: number, body: Answer | null): Outcome {
  if (!body || status >= 500 || status < 200) return { is: 'later' }
  if (status < 300) return typeof body.id === 'string' ? { is: 'kept' } : { is: 'later' }
  const { code, message } = body
  if (typeof code !== 'string' || typeof message !== 'string') return { is: 'later' }
  if (status === 401) return { is: code === 'session-ended' ? 'ended' : 'sign-in' }
  if (status === 403 && code === 'no-duty') return { is: 'no-duty' }
  // What passes by itself: too many at once, the day's quota, a server of yesterday that does not know the address yet.
  if ([408, 425, 429].includes(status) || code === 'wait' || code === 'no-such-page') return { is: 'later' }
  const problems = Array.isArray(body.problems)
    ? (body.problems as Problem[])
    : typeof body.field === 'string'
      ? [{ field: body.field, message }]
      : []
  return { is: status === 409 && code === 'conflict' ? 'conflict' : 'refused', said: { message, problems } }
}

/** Sends one record: the photos that are not there yet, each once, then the record. Doing it twice does it once. */
export async function attempt(box: Box, row: Row): Promise<Outcome> {
  const files: string[] = []
  for (const photo of row.photos) {
    const sent = photo.file ?? (await sendPhoto(box, row, photo))
    if (typeof sent !== 'string') return sent
    files.push(sent)
  }
  const { title: _, where: __, ...said } = await draftOf(box, row)
  const { status, body } = await asked(box, '/api/field/entries', {
    headers: { 'content-type': 'application/json', 'idempotency-key': row.id },
    body: JSON.stringify({ id: row.id, after: row.after, photos: files, ...said }),
  })
  const outcome = judge(status, body)
  return outcome.is === 'kept' && body?.id !== row.id ? { is: 'later' } : outcome
}

async function sendPhoto(box: Box, row: Row, photo: Photo): Promise<string | Outcome> {
  const stored = await box.store.photo(photo.id)
  if (!stored) return { is: 'later' } // another tab has just finished with it
  const form = new FormData()
  form.append('file', new Blob([await box.vault.open(photo.id, stored.sealed)], { type: 'image/jpeg' }), 'photo.jpg')
  const { status, body } = await asked(box, '/api/files', { headers: { 'idempotency-key': photo.id }, body: form })
  const outcome = judge(status, body)
  if (outcome.is !== 'kept') return outcome
  const file = String(body?.id)
  await box.store.transact(row.account, (rows) => ({
    result: null,
    put: rows
      .filter((r) => r.id === row.id)
      .map((r) => ({ ...r, photos: r.photos.map((p) => (p.id === photo.id ? { ...p, file } : p)) })),
  }))
  return file
}

async function asked(
  { ask }: Box,
  path: string,
  given: { headers: Record<string, string>; body: FormData | string },
): Promise<{ status: number; body: Answer | null }> {
  let reply: Reply
  try {
    reply = await ask(path, { method: 'POST', ...given })
  } catch {
    return { status: 0, body: null }
  }
  const body = await reply.json().catch(() => null)
  return { status: reply.status, body: body && typeof body === 'object' ? (body as Answer) : null }
}
