import { sql } from 'kysely'
import { wallNow } from '../platform/clock.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { Register } from './register.ts'

/** A published definition of a register. */
export type Book = { id: string; digest: string; version: number; def: Register }
export type Registers = ReturnType<typeof openRegisters>

const freshMs = 1000

/** The published registers: what a digest names never changes and is kept; which is in force is asked again after a second. */
export function openRegisters(district: string, now: () => Date) {
  const byDigest = new Map<string, Book>()
  let newest = new Map<string, Book>()
  let askedAt = 0

  async function refresh(from: Db | Tx) {
    const asked = wallNow().getTime()
    if (asked - askedAt < freshMs) return
    const { rows } = await sql<{ id: string; digest: string; version: number; inForce: boolean }>`
      select id, digest, version, (effective_from is null or effective_from <= ${now()}) as "inForce"
        from definition where district = ${district} and kind = 'register' order by version`.execute(from)
    const missing = rows.filter((r) => !byDigest.has(r.digest)).map((r) => r.digest)
    if (missing.length) {
      const found = await sql<Omit<Book, 'def'> & { body: Register }>`
        select id, digest, version, body from definition
         where district = ${district} and kind = 'register' and digest = any(${missing}::text[])`.execute(from)
      for (const { id, digest, version, body } of found.rows) byDigest.set(digest, { id, digest, version, def: body })
    }
    newest = new Map(
      rows
        .filter((r) => r.inForce)
        .flatMap((r) => (byDigest.has(r.digest) ? [[r.id, byDigest.get(r.digest) as Book]] : [])),
    )
    askedAt = asked
  }
  return {
    /** Those in force, in the order of their groups as they first come. */
    async all(from: Db | Tx): Promise<Book[]> {
      await refresh(from)
      return [...newest.values()]
    },
    async latest(from: Db | Tx, id: string): Promise<Book | undefined> {
      await refresh(from)
      return newest.get(id)
    },
    /** Every version of it that was ever published, oldest first: what an old entry was written under. */
    async versions(from: Db | Tx, id: string): Promise<Book[]> {
      await refresh(from)
      return [...byDigest.values()].filter((b) => b.id === id).sort((a, b) => a.version - b.version)
    },
  }
}
