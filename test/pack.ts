import type { World } from './world.ts'

/** The district's own books and figures, as its keepers and its statistician ask for them. */

export const year = 'from=2026-01-01&to=2026-12-31'
export const on = (day: string) => `from=${day}&to=${day}`
export const base = (register: string) => `/api/registers/${register}/entries`
let made = 0
export const no = (letter: string) => `${letter}${String(++made).padStart(4, '0')}`
type Row = Record<string, unknown>

export const packOf = (world: () => World) => ({
  async put(register: string, data: object, from = '2026-01-01', who = 'qin-lan'): Promise<string> {
    const { status, body } = await world().call(who, 'POST', base(register), { from, data })
    if (status !== 200) throw new Error(`${register}: ${JSON.stringify(body)}`)
    return body.id
  },
  change: (register: string, id: string, from: string, data: object, who = 'qin-lan') =>
    world().call(who, 'POST', `${base(register)}/${id}/changes`, { from, data, reason: '按实际情况变更' }),
  async figure(id: string, query = year) {
    const { status, body } = await world().call('bian-cheng', 'GET', `/api/indicators/${id}/figure?${query}`)
    if (status !== 200) throw new Error(`${id}: ${JSON.stringify(body)}`)
    return body as { numerator: number; denominator: number | null; value: number | null }
  },
  async panel(register: string, id: string, title: string, who = 'qin-lan'): Promise<Row[]> {
    const { body } = await world().call(who, 'GET', `${base(register)}/${id}`)
    const found = body.panels.find((p: { title: string }) => p.title === title)
    if (!found) throw new Error(`no panel ${title}: ${JSON.stringify(body.panels)}`)
    return found.rows
  },
})
