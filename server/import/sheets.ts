import type { Actor, Duty } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { sheetColumns } from '../register/view.ts'
import { type Column, columnsOf, kinds, registerOf, type SheetKind, titleOf } from './kinds.ts'

/** Which sheets whom: the population is the data manager's; a register's is brought by who keeps it, and is nobody else's to see. */

export const importDuties: Duty[] = ['data-manager', 'register-keeper', 'party-worker', 'statistician']
type Told = { kind: SheetKind; title: string; columns: Column[] }

export async function columnsFor(house: House, kind: SheetKind): Promise<Column[]> {
  const register = registerOf(kind)
  if (!register) return columnsOf[kind as keyof typeof columnsOf]
  const book = await house.registers.latest(house.db, register)
  return book ? sheetColumns(book.def) : []
}

/** The kinds this person may bring. */
export async function kindsFor(house: House, actor: Actor): Promise<Told[]> {
  const has = (duties: readonly Duty[]) => actor.posts.some((p) => duties.includes(p.duty))
  const fixed = has(['data-manager'])
    ? kinds.map((kind) => ({ kind, title: titleOf[kind], columns: columnsOf[kind] }))
    : []
  const books = (await house.registers.all(house.db)).filter((b) => has(b.def.change))
  return [
    ...fixed,
    ...books.map((b) => ({ kind: `register:${b.id}` as const, title: b.def.name, columns: sheetColumns(b.def) })),
  ]
}

/** `by`: who brought it, where it is a sheet that is there. */
export async function mayImport(house: House, actor: Actor, kind: SheetKind, by?: string): Promise<boolean> {
  const register = registerOf(kind)
  if (!register) return actor.posts.some((p) => p.duty === 'data-manager')
  if (by !== undefined && by !== actor.account) return false
  const book = await house.registers.latest(house.db, register)
  return actor.posts.some((p) => book?.def.change.includes(p.duty))
}
