import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { read } from '../../api/client.ts'
import { Figure, type Stand, Standing } from '../../ui/Figure.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import { Bar } from './Bar.tsx'
import type { Line } from './Dashboard.tsx'
import { type Asked, type Card, grouped, groupName, groupOf, targetOf } from './data.ts'

/** So many stand beside one another and can still be read. */
const most = 8

/** Communities down, the figures of one subject across: each cell in words, by length and by shape, and open to its rows. */
export function Matrix({
  lines,
  asked,
  group,
  onGroup,
}: {
  lines: Line[]
  asked: Asked
  group: string | undefined
  onGroup: (group: string) => void
}) {
  const id = useId()
  const split = grouped(lines.filter((l) => l.figure && l.card.dimensions.includes('community')))
  const [letter, own] = split.find(([g]) => g === group) ?? split[0] ?? []
  // Those with a target first: they say most.
  const chosen = [...(own ?? [])].sort((a, b) => Number(!a.card.target) - Number(!b.card.target)).slice(0, most)
  return (
    <>
      <form className="filters no-print" onSubmit={(e) => e.preventDefault()}>
        <label htmlFor={id}>{t('dashboard.group')}</label>
        <select id={id} value={letter} onChange={(e) => onGroup(e.target.value)}>
          {split.map(([g]) => (
            <option key={g} value={g}>
              {groupName(g)}
            </option>
          ))}
        </select>
      </form>
      {chosen.length > 0 && <Cells cards={chosen.map((l) => l.card)} asked={asked} />}
    </>
  )
}

function Cells({ cards, asked }: { cards: Card[]; asked: Asked }) {
  const ids = cards.map((c) => c.id)
  const { data, error, refetch } = useQuery({
    queryKey: ['matrix', ids, asked],
    queryFn: ({ signal }) =>
      Promise.all(
        ids.map((id) =>
          read('/api/indicators/{id}/figure', { path: { id }, query: { ...asked, by: 'community' } }, signal),
        ),
      ),
  })
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  const places = [...new Map(data.flatMap((f) => f.cells ?? []).map((c) => [c.place, c.name]))]
  const columns = cards.map((card, i) => {
    const figure = data[i]
    const cells = new Map((figure?.cells ?? []).map((c) => [c.place, c]))
    return { card, figure, cells, longest: Math.max(0, ...[...cells.values()].map((c) => c.value ?? 0)) }
  })
  if (!places.length)
    return (
      <Empty>
        <p>{t('figures.communities.none')}</p>
      </Empty>
    )
  const name = groupName(groupOf(cards[0] as Card))
  return (
    <>
      <p className="soft standing-key">
        {(['missed', 'near', 'met'] as Stand[]).map((s) => (
          <Standing key={s} light={s} />
        ))}
      </p>
      <TableScroll label={t('dashboard.matrix', { name })}>
        <table className="table matrix">
          <thead>
            <tr>
              <th scope="col">{t('figures.column.community')}</th>
              {columns.map(({ card }) => (
                <th key={card.id} scope="col">
                  <Link to="/desk/figures/$id" params={{ id: card.id }} search={{ ...asked, view: 'communities' }}>
                    {card.name}
                  </Link>
                  <span className="soft">
                    {card.unit}
                    {card.target && t('dashboard.in-head', { target: targetOf(card) ?? '' })}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="whole">
              <th scope="row">{data[0]?.placeName}</th>
              {columns.map(
                ({ card, figure }) =>
                  figure && (
                    <td key={card.id}>
                      <Figure of={figure} unit={card.unit} size="bare" stand={Boolean(card.target)} />
                    </td>
                  ),
              )}
            </tr>
            {places.map(([place, called]) => (
              <tr key={place || '-'}>
                <th scope="row">{called}</th>
                {columns.map(({ card, cells, longest }) => {
                  const cell = cells.get(place)
                  return (
                    <td key={card.id}>
                      {cell && (
                        <Figure
                          of={{
                            ...cell,
                            indicator: card.id,
                            place: place || asked.place,
                            from: asked.from,
                            to: asked.to,
                          }}
                          unit={card.unit}
                          size="bare"
                          stand={Boolean(card.target)}
                        />
                      )}
                      <Bar value={cell?.value ?? null} most={longest} />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  )
}
