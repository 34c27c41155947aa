import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { read } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import { day } from '../../ui/format.ts'
import { t } from '../../ui/t.ts'
import { usePeriod } from '../pages/Period.tsx'
import { usePlaces } from '../places.ts'
import { readers } from './readers.ts'

export type Card = Answer<'get', '/api/indicators'>[number]
export type Value = Answer<'get', '/api/indicators/figures'>[number]
export type Cell = NonNullable<Answer<'get', '/api/indicators/{id}/figure'>['cells']>[number]
export type Asked = { place: string | undefined; from: string; to: string }

export const useCards = () =>
  useQuery({
    queryKey: ['indicators'],
    queryFn: ({ signal }) => read('/api/indicators', {}, signal),
    staleTime: 600_000,
  })

/** What is asked about stands in the address; without a place, the reader's own: a community's people begin with their community. */
export function useAsked() {
  const { place } = useSearch({ strict: false }) as { place?: string }
  const period = usePeriod()
  const { places, error, refetch } = usePlaces(readers)
  const wanted = place ?? places?.[0]?.id
  return { places, error, refetch, asked: { ...period, place: wanted } satisfies Asked }
}

/** An indicator belongs with those whose code begins with the same letter. */
export const groupOf = (card: Card) => card.code.slice(0, 1)
export function groupName(letter: string) {
  const key = `figures.group.${letter}`
  const name = t(key)
  return name === key ? t('figures.group.other', { letter }) : name
}
export function grouped<C extends { card: Card }>(list: C[]): [string, C[]][] {
  const groups = new Map<string, C[]>()
  for (const one of list) {
    const letter = groupOf(one.card)
    const group = groups.get(letter)
    if (group) group.push(one)
    else groups.set(letter, [one])
  }
  const at = (letter: string) => (order.includes(letter) ? order.indexOf(letter) : order.length)
  return [...groups]
    .sort(([a], [b]) => at(a) - at(b))
    .map(([letter, of]) => [letter, of.sort((a, b) => inOrder(a.card.code, b.card.code))])
}
/** As the subjects follow one another in a district's report; others after them. */
const order = 'SGCAMPLFOWKBVD'
/** S04-2 before S04-10. */
const inOrder = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })

const civil = (date: string) => day(`${date}T00:00:00+08:00`)
/** When it is of: a day, from one to another, or since a beginning. */
export const whenOf = ({ period, from, to }: { period: Card['period']; from: string | null; to: string }) =>
  period === 'point'
    ? t('figures.when.point', { to: civil(to) })
    : period === 'span'
      ? t('figures.when.span', { from: civil(from ?? to), to: civil(to) })
      : from
        ? t('figures.when.since', { from: civil(from), to: civil(to) })
        : t('figures.when.cumulative', { to: civil(to) })
/** The same, short enough for a column. */
export const shortWhen = ({ period, from, to }: { period: Card['period']; from: string | null; to: string }) =>
  period === 'span' ? t('figures.short.span', { from: from ?? '', to }) : t(`figures.short.${period}`, { to })

export const targetOf = ({ target, unit, better }: Card) =>
  target &&
  t(better === 'more' ? 'figures.target.more' : 'figures.target.less', {
    n: `${target.value}${unit === '%' ? '%' : ` ${unit}`}`,
  })
