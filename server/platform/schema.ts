import { Type as T, type TSchema, type TSchemaOptions } from 'typebox'

/** One of a list of words, as JSON Schema's enum: short in the contract, exact in the types. */
export const choice = <const L extends readonly string[]>(list: L, options: TSchemaOptions = {}) =>
  T.Unsafe<L[number]>({ type: 'string', enum: [...list], ...options })
/** That, or nothing. */
export const maybe = <S extends TSchema>(schema: S) => T.Union([schema, T.Null()])
/**
 * Marks what may hold an identity number or a telephone, because it is sealed where it is kept, or never kept. Everywhere else such a number
 * is refused (validate.ts): from a reason or a note it would go into the history, the logs of others, and everybody's lists.
 */
export const personal = { 'x-personal': true } as const
/** An instant, ISO 8601 with zone. */
export const time = T.String({ format: 'date-time' })
