import { type Static, Type as T, type TSchema } from 'typebox'
import type { Command } from '../platform/act.ts'
import { type Duty, duties } from '../platform/auth.ts'
import type { House } from '../platform/house.ts'
import { type App, commandOf } from '../platform/http.ts'
import { readNumber } from '../platform/id.ts'
import type { Answer } from './change.ts'

/** How an act on a matter gets its address. */
export const number = T.String({ title: '办件编号', minLength: 8, maxLength: 20 })
export const Numbered = T.Object({ number })
export const WithOrder = T.Object({ number, id: T.String({ title: '督办单', format: 'uuid' }) })
export const WithTask = T.Object({ number, task: T.String({ title: '环节', format: 'uuid' }) })
export const Answered = T.Object({
  number: T.String(),
  status: T.String(),
  statusText: T.String(),
  open: T.Array(T.Object({ task: T.String(), node: T.String(), unit: T.String() }), {
    description: 'The parts open now.',
  }),
  duplicates: T.Optional(
    T.Array(T.String(), { description: 'On submission: open matters of the same person on the same item.' }),
  ),
})
export const staff: Duty[] = [...duties]

export type Allow = 'signed-in' | Duty[]
export type Run<B extends TSchema> = (
  house: House,
  command: Command,
  number: string,
  given: Static<B>,
) => Promise<Answer>
export type RunOn<B extends TSchema> = (
  house: House,
  command: Command,
  number: string,
  task: string,
  given: Static<B>,
) => Promise<Answer>

/** One act on a matter: its address, who may come at all, what is said, what is done. The rule inside decides. */
export const onMatter =
  (app: App, house: House) =>
  <B extends TSchema>(path: string, allow: Allow, body: B, run: Run<B>) =>
    app.post(`/api/matters/:number/${path}`, acting(allow, body, Numbered), (req) =>
      run(house, commandOf(req), readNumber(req.params.number), req.body as Static<B>),
    )

/** The options of a route that acts. Its words come with what it is given (given.ts); of nothing given, only the words. */
export function acting<B extends TSchema, P extends TSchema>(allow: Allow, body: B, params?: P) {
  const { title: summary, description } = body as { title?: string; description?: string }
  const schema = { summary, description, params, body, response: { 200: Answered } }
  const sent = Object.entries(schema).filter(
    ([key, v]) => v !== undefined && !(key === 'body' && (body as { type?: string }).type === 'null'),
  )
  return {
    config: { allow },
    schema: Object.fromEntries(sent) as { params: P; body: B; response: { 200: typeof Answered } },
  }
}
