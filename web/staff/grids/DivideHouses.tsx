import { useId } from 'react'
import { FieldError } from '../../ui/ErrorSummary.tsx'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading } from '../../ui/states.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import type { New } from './DivideNews.tsx'

type House = { id: string; name: string; old: string; oldId: string; people: number | null }
/** Which house goes into which new grid: one by one, or all of an old grid at once. */
export function Houses({
  houses,
  news,
  goes,
  set,
  loading,
  problems,
}: {
  houses: House[]
  news: New[]
  goes: Record<string, string>
  set: (g: Record<string, string>) => void
  loading: boolean
  problems: { field: string; message: string }[]
}) {
  const id = useId()
  const left = houses.filter((h) => !news.some((g) => g.key === goes[h.id])).length
  const name = (g: New, i: number) => g.name || t('divide.new', { n: i + 1 })
  const options = (
    <>
      <option value="">{t('divide.choose')}</option>
      {news.map((g, i) => (
        <option key={g.key} value={g.key}>
          {name(g, i)}
        </option>
      ))}
    </>
  )
  if (loading) return <Loading />
  if (!houses.length)
    return (
      <Empty>
        <p>{t('divide.no-houses')}</p>
      </Empty>
    )
  return (
    <Part title={t('divide.houses')}>
      <FieldError field="into" problems={problems} />
      <p role="status">{t(left ? 'divide.left' : 'divide.left.none', { n: left })}</p>
      <div className="fields">
        {[...new Map(houses.map((h) => [h.oldId, h.old]))].map(([oldId, old]) => (
          <div className="field" key={oldId}>
            <label htmlFor={`${id}${oldId}`}>{t('divide.all-of', { name: old })}</label>
            <select
              id={`${id}${oldId}`}
              value=""
              onChange={(e) =>
                set({
                  ...goes,
                  ...Object.fromEntries(houses.filter((h) => h.oldId === oldId).map((h) => [h.id, e.target.value])),
                })
              }
            >
              {options}
            </select>
          </div>
        ))}
      </div>
      <TableScroll label={t('grids.table', { of: t('divide.houses') })}>
        <table className="table">
          <thead>
            <tr>
              {['house', 'people', 'into'].map((c) => (
                <th key={c} scope="col">
                  {t(`divide.${c}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {houses.map((h) => (
              <tr key={h.id}>
                <th scope="row" id={`${id}${h.id}`}>
                  {h.name}
                  <br />
                  <span className="soft">{h.old}</span>
                </th>
                <td>{h.people ?? t('grids.unknown')}</td>
                <td>
                  <select
                    aria-labelledby={`${id}${h.id}`}
                    value={news.some((g) => g.key === goes[h.id]) ? goes[h.id] : ''}
                    onChange={(e) => set({ ...goes, [h.id]: e.target.value })}
                  >
                    {options}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Part>
  )
}
