import { day, lastDay, moment } from '../format.ts'
import { t } from '../t.ts'
import type { Lanes } from './layout.ts'

/** The same as the drawing, for readers and screen readers; always there, sometimes unseen. */
export function LaneTable({ data, due }: { data: Lanes; due: string }) {
  return (
    <table className="table">
      <caption>
        {t('lanes.caption')}
        {data.promisedAt && ` ${t(due, { date: lastDay(data.promisedAt) })}`}
        {data.legalAt && ` ${t('lanes.legal', { date: lastDay(data.legalAt) })}`}
      </caption>
      <thead>
        <tr>
          {['unit', 'what', 'state', 'from', 'to'].map((c) => (
            <th key={c} scope="col">
              {t(`lanes.column.${c}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.lanes.flatMap((lane) =>
          lane.spans.map((s, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity of their own and never move
            <tr key={`${lane.unit} ${n}`}>
              <th scope="row">
                {lane.name === lane.role ? lane.name : t('lanes.who', { name: lane.name, role: lane.role })}
              </th>
              <td>{s.label}</td>
              <td>{t(`lanes.kind.${s.kind}`)}</td>
              <td>{moment(s.from)}</td>
              <td>{s.to === null ? t('lanes.open') : s.to === s.from ? '' : moment(s.to)}</td>
            </tr>
          )),
        )}
        {data.rest.map((r) => (
          <tr key={r.from}>
            <th scope="row">{t('lanes.rest')}</th>
            <td>{r.name}</td>
            <td />
            <td>{day(`${r.from}T00:00:00+08:00`)}</td>
            <td>{day(`${r.to}T00:00:00+08:00`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
