import { type Actor, type Duty, type Post, under } from '../platform/auth.ts'
import { maskNumbers } from '../platform/numbers.ts'

/** Who may look at residents, how far, and at what of them. One table of duties; what is out of scope does not exist. */

export const readers: Duty[] = ['clerk', 'grid-worker', 'grid-head', 'data-manager']
export const revealers: Duty[] = ['clerk', 'grid-worker', 'grid-head']
export const keepers: Duty[] = ['clerk', 'grid-head']

/** Paths of the places over which this person may look. */
export const pathsOf = (actor: Actor, duties: Duty[] = readers): string[] =>
  actor.posts.filter((p) => duties.includes(p.duty)).map((p) => p.path)

/** Of a row whose place stands in the query as `pl`. */
export const within = (actor: Actor, duties: Duty[] = readers) => under(actor, duties)

/** The post by which they may, for the history. */
export const postOver = (actor: Actor, path: string, duties: Duty[]): Post | null =>
  actor.posts.find((p) => duties.includes(p.duty) && path.startsWith(p.path)) ?? null

/** What is nobody's business outside the window: money, benefits, certificates. Shown to the clerk who fills in the form. */
const atTheWindow =
  /^(bank|monthly-income|pension|elderly-allowance|social-insurance|medical-insurance|disability|veteran|service|discharge|insured|retired|unemployment|id-card|household-register|marriage|married|property)/

/** Which held attributes the caller may see of somebody who belongs to `path`: that place's clerk all, others what one learns at the door. */
export const maySee = (actor: Actor, path: string, attribute: string): boolean =>
  postOver(actor, path, ['clerk']) !== null || !atTheWindow.test(attribute)

/** A held value as others see it: a certificate's number holds the identity number, and what is said of somebody their telephone. */
export const shown = (value: unknown): unknown => (typeof value === 'string' ? maskNumbers(value) : value)
