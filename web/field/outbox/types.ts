import type { Body } from '../../api/contract.ts'
import type { Vault } from './vault.ts'

/** The words of the outbox. It runs without a page: whatever belongs to the browser is handed to it. */

type Sent = Body<'post', '/api/field/entries'>
export type Kind = Sent['kind']
export type Values = Record<string, string | number | null>
export type Problem = { field: string; message: string }

/** What the worker wrote down, and the two lines by which they will know it again. */
export type Draft = Pick<Sent, 'kind' | 'subject' | 'occurredAt' | 'skewMs' | 'text' | 'points' | 'position'> & {
  title: string
  where: string
  base?: Values
  values?: Values
}
export type Photo = {
  id: string
  bytes: number /** The server's name for it, once it is there. */
  file: string | null
}
/** The server's answer where it needs the worker. */
export type Said = { message: string; problems: Problem[] }

/**
 * One record on the phone. What it says is sealed; the rest is what sending needs. `chain` is the subject, blinded: records of one
 * subject go one after the other. `n` is the order in which they were taken down.
 */
export type Row = {
  id: string
  account: string
  chain: string
  after: string | null
  n: number
  state: 'waiting' | 'refused' | 'conflict'
  tries: number
  nextAt: number
  bytes: number
  photos: Photo[]
  sealed: Uint8Array<ArrayBuffer>
  said: Uint8Array<ArrayBuffer> | null
}
export type StoredPhoto = { id: string; account: string; sealed: Uint8Array<ArrayBuffer> }
/** Something on today's list is done, from the moment it was taken down. */
export type Mark = { key: string; account: string; day: string }

export type Changes<T> = {
  result: T
  put?: Row[]
  remove?: string[]
  putPhotos?: StoredPhoto[]
  removePhotos?: string[]
  mark?: Mark
  unmark?: string
}
export type Store = {
  /**
   * One transaction over all of an account's records: `decide` sees them as they are and says what changes. When this resolves the
   * changes are on the disk; when it rejects none of them is.
   */
  transact<T>(account: string, decide: (rows: Row[]) => Changes<T>): Promise<T>
  rows(account: string): Promise<Row[]>
  photo(id: string): Promise<StoredPhoto | undefined>
}

/** As much of a Response as is read. */
export type Reply = { status: number; json(): Promise<unknown> }
export type Ask = (
  path: string,
  init: { method: string; headers: Record<string, string>; body: FormData | string },
) => Promise<Reply>

/** Everything the outbox works with. */
export type Box = {
  account: string
  store: Store
  vault: Vault
  ask: Ask
  /** The phone's own clock, in milliseconds. */
  now: () => number
  /** 0 to 1, for the jitter. */
  random: () => number
  newId: () => string
}
export const inOrder = (rows: Row[]): Row[] => [...rows].sort((a, b) => a.n - b.n)
