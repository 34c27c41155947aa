import { Type as T } from 'typebox'

/** What the routes of the grids ask for alike. */
export const bare = { additionalProperties: false }
export const words = (title: string, max = 100, least = 1) =>
  T.String({ title, minLength: least, maxLength: max, pattern: '\\S' })
export const day = (title: string) => T.String({ title, format: 'date' })
export const id = (title: string) => T.String({ title, pattern: '^[a-z0-9-]{1,60}$' })
