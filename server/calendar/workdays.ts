/**
 * Civil days in China and which of them are worked. Days are 'YYYY-MM-DD' text outside, numbers of days since 1970 inside.
 * The whole country keeps UTC+8, without summer time since 1991.
 */
export type HolidayTable = { first: number; last: number; off: Record<string, string>; work: Record<string, string> }
/** `worked[i]`: how many working days there are from `from` up to and including day `from + i`. */
export type Calendar = { table: HolidayTable; from: number; to: number; worked: Uint16Array }

export const dayMs = 86_400_000
const zone = 8 * 3_600_000
export const dayOf = (instant: Date) => Math.floor((instant.getTime() + zone) / dayMs)
export const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / dayMs
export const dateOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10)
/** The civil date in China at an instant. */
export const civilDate = (instant: Date) => dateOf(dayOf(instant))
/** The midnight with which a day begins in China. */
export const startOf = (day: number) => new Date(day * dayMs - zone)

/** The State Council has not (or not yet) said which days of that year are worked; nobody may guess (R-B.9). */
export class BeyondCalendar extends Error {
  override name = 'BeyondCalendar'
  constructor(year: number, table: HolidayTable) {
    super(
      `${year}年的放假安排尚未录入（现有${table.first}—${table.last}年），期限不能计算；请系统管理员导入国务院办公厅的放假通知`,
    )
  }
}

export function makeCalendar(table: HolidayTable): Calendar {
  const from = dayNumber(`${table.first}-01-01`)
  const to = dayNumber(`${table.last}-12-31`)
  const worked = new Uint16Array(to - from + 1)
  let sum = 0
  for (let day = from; day <= to; day++) worked[day - from] = sum += isWorked(table, day) ? 1 : 0
  return { table, from, to, worked }
}
const isWeekend = (day: number) => [0, 6].includes((day + 4) % 7) // 1 January 1970 was a Thursday
function isWorked(table: HolidayTable, day: number) {
  const date = dateOf(day)
  return date in table.work || !(date in table.off || isWeekend(day))
}

/** Working days up to and including this day, counted from the calendar's first. @throws BeyondCalendar */
export function workedUpTo(calendar: Calendar, day: number): number {
  const n = calendar.worked[day - calendar.from]
  if (n === undefined) throw new BeyondCalendar(Number(dateOf(day).slice(0, 4)), calendar.table)
  return n
}
export const isWorkday = (calendar: Calendar, day: number) =>
  workedUpTo(calendar, day) > (day === calendar.from ? 0 : workedUpTo(calendar, day - 1))

/** The first day by which so many working days of the calendar have passed. @throws BeyondCalendar */
export function dayWhenWorked(calendar: Calendar, count: number): number {
  const { worked } = calendar
  if (count > (worked.at(-1) ?? 0)) throw new BeyondCalendar(calendar.table.last + 1, calendar.table)
  let [low, high] = [0, worked.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((worked[middle] as number) < count) low = middle + 1
    else high = middle
  }
  return calendar.from + low
}

/** The working days after `from` up to and including `to`: the day one starts from is not counted (R-B.8). */
export const countWorkdays = (calendar: Calendar, from: string, to: string) =>
  workedUpTo(calendar, dayNumber(to)) - workedUpTo(calendar, dayNumber(from))

/** The working day on which so many have passed since `from`, which is not counted itself (R-B.8). @throws BeyondCalendar */
export const addWorkdays = (calendar: Calendar, from: string, amount: number) =>
  dateOf(dayWhenWorked(calendar, workedUpTo(calendar, dayNumber(from)) + amount))

/** Why a day is worked or not, in the words of the notice. */
export function dayKind(calendar: Calendar, day: number): { worked: boolean; name: string } {
  const { off, work } = calendar.table
  const date = dateOf(day)
  if (date in work) return { worked: true, name: `${work[date]}调休上班` }
  if (date in off) return { worked: false, name: `${off[date]}放假` }
  return isWeekend(day) ? { worked: false, name: '周末' } : { worked: true, name: '' }
}

/** The make-up days after `from`, up to and including `to`, in order. */
export const madeUpDays = (calendar: Calendar, from: string, to: string) =>
  Object.keys(calendar.table.work).filter((date) => date > from && date <= to)

export type Rest = { from: string; to: string; name: string }
/** The runs of rest days that touch from–to, named after the holiday in them. Days beyond the calendar are left out. */
export function restDays(calendar: Calendar, from: string, to: string): Rest[] {
  const runs: Rest[] = []
  let open: Rest | null = null
  for (let day = Math.max(dayNumber(from), calendar.from); day <= Math.min(dayNumber(to), calendar.to); day++) {
    if (isWorkday(calendar, day)) {
      open = null
      continue
    }
    const { name } = dayKind(calendar, day)
    if (!open) {
      open = { from: dateOf(day), to: '', name }
      runs.push(open)
    }
    open.to = dateOf(day)
    if (open.name === '周末') open.name = name
  }
  return runs
}
