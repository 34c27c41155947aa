/** Dates as people here read them: civil dates in China's one time zone, whatever the device is set to. */
const zone = { timeZone: 'Asia/Shanghai' } as const
const dayFormat = new Intl.DateTimeFormat('zh-CN', { ...zone, year: 'numeric', month: 'long', day: 'numeric' })
const fullFormat = new Intl.DateTimeFormat('zh-CN', { ...zone, dateStyle: 'long' })
const nameFormat = new Intl.DateTimeFormat('zh-CN', { ...zone, weekday: 'short' })
const momentFormat = new Intl.DateTimeFormat('zh-CN', {
  ...zone,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})
const timeFormat = new Intl.DateTimeFormat('zh-CN', { ...zone, hour: '2-digit', minute: '2-digit', hour12: false })

export const day = (iso: string) => dayFormat.format(new Date(iso))
export const fullDay = (iso: string) => `${fullFormat.format(new Date(iso))} ${nameFormat.format(new Date(iso))}`
export const moment = (iso: string) => momentFormat.format(new Date(iso))
export const timeOfDay = (iso: string) => timeFormat.format(new Date(iso))

/** From one civil day to another. */
export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** A limit in days ends at 24:00, stored as the next midnight (R-B.8): its last day is the day before. */
export const lastDay = (dueAt: string) => dayFormat.format(new Date(Date.parse(dueAt) - 1))

/** A reference number in groups of three (each ends with a digit), as one reads it over a phone. */
export const inGroups = (number: string) => number.replace(/[^0-9a-z]/gi, '').replace(/(.{3})(?=.)/g, '$1\u00a0')

/** What people paste: full-width letters and digits, spaces, hyphens. */
export const halfWidth = (text: string) =>
  text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')
export const bare = (text: string) => halfWidth(text).replace(/[\s-]/g, '')
