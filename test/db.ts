import { afterAll, inject } from 'vitest'
import { type Db, openDb } from '../server/platform/db.ts'
import { createDatabase, dropDatabase } from './scratch.ts'

/** A migrated database of one's own, empty of rows; gone when the test file ends. */
export async function scratchDb({ max = 16 } = {}): Promise<{ db: Db; url: string }> {
  const url = await createDatabase(inject('server'), inject('template'))
  const db = openDb(url, { max })
  afterAll(async () => {
    await db.destroy()
    await dropDatabase(inject('server'), url)
  })
  return { db, url }
}

/** A database of one's own without even our tables. */
export async function emptyDatabase(): Promise<string> {
  const url = await createDatabase(inject('server'))
  afterAll(() => dropDatabase(inject('server'), url))
  return url
}
