/** What a list is narrowed to, as it stands in the address and is asked of the server: `status:open;openedOn:2026-01-01..`. Pure. */

export type Where = Record<string, string>

export const whereOf = (text: string | undefined): Where =>
  Object.fromEntries(
    (text ?? '').split(';').flatMap((part) => {
      const at = part.indexOf(':')
      const value = part.slice(at + 1)
      return at > 0 && value && value !== '..' ? [[part.slice(0, at), value]] : []
    }),
  )

/** Undefined where nothing is left: then it stands in no address. */
export const textOf = (where: Where): string | undefined =>
  Object.entries(where)
    .filter(([, value]) => value && value !== '..')
    .map(([field, value]) => `${field}:${value}`)
    .join(';') || undefined

export const narrowed = (text: string | undefined, field: string, value: string): string | undefined =>
  textOf({ ...whereOf(text), [field]: value })

export const rangeOf = (value: string | undefined): [from: string, to: string] => {
  const [from = '', to = ''] = (value ?? '').split('..')
  return [from, to]
}
