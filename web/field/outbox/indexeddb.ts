import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Mark, Row, Store, StoredPhoto } from './types.ts'

export interface FieldDb extends DBSchema {
  rows: { key: string; value: Row; indexes: { account: string } }
  photos: { key: string; value: StoredPhoto; indexes: { account: string } }
  marks: { key: string; value: Mark; indexes: { account: string } }
  /** Who is signed in on this phone, with the keys; today's list, sealed. */
  phone: { key: string; value: unknown }
}
export type Db = IDBPDatabase<FieldDb>

export const openFieldDb = (): Promise<Db> =>
  openDB<FieldDb>('linli-field', 1, {
    upgrade(db) {
      for (const name of ['rows', 'photos'] as const)
        db.createObjectStore(name, { keyPath: 'id' }).createIndex('account', 'account')
      db.createObjectStore('marks', { keyPath: 'key' }).createIndex('account', 'account')
      db.createObjectStore('phone')
    },
  })

/** The outbox in IndexedDB. `strict`: the browser waits for the disk, not only for its own memory. */
export const idbStore = (db: Db): Store => ({
  async transact(account, decide) {
    const tx = db.transaction(['rows', 'photos', 'marks'], 'readwrite', { durability: 'strict' })
    const [rows, photos, marks] = [tx.objectStore('rows'), tx.objectStore('photos'), tx.objectStore('marks')]
    try {
      const changes = decide(await rows.index('account').getAll(account))
      const { put = [], remove = [], putPhotos = [], removePhotos = [], mark, unmark } = changes
      await Promise.all([
        ...remove.map((id) => rows.delete(id)),
        ...put.map((r) => rows.put(r)),
        ...removePhotos.map((id) => photos.delete(id)),
        ...putPhotos.map((p) => photos.put(p)),
        ...(mark ? [marks.put(mark)] : []),
        ...(unmark ? [marks.delete(unmark)] : []),
      ])
      await tx.done
      return changes.result
    } catch (error) {
      tx.done.catch(() => {})
      try {
        tx.abort()
      } catch {
        // it has ended already
      }
      throw error
    }
  },
  rows: (account) => db.getAllFromIndex('rows', 'account', account),
  photo: (id) => db.get('photos', id),
})
