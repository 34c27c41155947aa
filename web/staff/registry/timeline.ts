/** Where a bar of days lies between two days, in percent of the whole. Days are YYYY-MM-DD. Pure. */

export type Stay = { from: string; to: string | null }
export type Bar<S> = { stay: S; left: number; width: number }
export type Scale = { from: string; to: string; ticks: { year: number; left: number }[] }

const days = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
const most = 7

/** From the year in which the first stay began to the day on which we look; a tick where a year begins, few enough to read. */
export function scaleOf(stays: Stay[], today: string): Scale {
  const first = stays.reduce((min, s) => (s.from < min ? s.from : min), today)
  const from = `${first.slice(0, 4)}-01-01`
  const [begin, end] = [Number(from.slice(0, 4)), Number(today.slice(0, 4))]
  const step = Math.max(1, Math.ceil((end - begin + 1) / most))
  const at = (day: string) => percent({ from, to: today }, day)
  const ticks = []
  for (let year = begin; year <= end; year += step) ticks.push({ year, left: at(`${year}-01-01`) })
  return { from, to: today, ticks }
}

const percent = ({ from, to }: { from: string; to: string }, day: string) => {
  const whole = Math.max(1, days(to) - days(from))
  return Math.min(100, Math.max(0, ((days(day) - days(from)) / whole) * 100))
}

/** Bars in the order of their days; what stands still today reaches the end. A day is never too narrow to be seen. */
export const barsOf = <S extends Stay>(stays: S[], scale: Scale): Bar<S>[] =>
  [...stays]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((stay) => {
      const left = percent(scale, stay.from)
      const width = Math.max(0.8, percent(scale, stay.to ?? scale.to) - left)
      return { stay, left: Math.min(left, 100 - width), width }
    })
