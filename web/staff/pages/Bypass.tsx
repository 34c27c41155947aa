import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { change, read, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { useUnits } from '../data.ts'
import { Shell } from '../Shell.tsx'

/** Nothing is taken outside the one window: what each department's own log says was. */
export function Bypass() {
  const { data, error, refetch } = useQuery({
    queryKey: ['bypass'],
    queryFn: ({ signal }) => read('/api/bypass', {}, signal),
  })
  return (
    <Shell title={t('bypass.title')}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : (
        <TableScroll label={t('bypass.title')}>
          <table className="table">
            <thead>
              <tr>
                {['unit', 'points', 'lines', 'outside', 'rate'].map((c) => (
                  <th key={c} scope="col">
                    {t(`bypass.${c}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.map((u) => (
                <tr key={u.unit}>
                  <th scope="row">{u.name}</th>
                  <td>{u.points.join(t('home.comma'))}</td>
                  <td>{u.lines}</td>
                  <td>{u.outside}</td>
                  <td>
                    {u.rate === null
                      ? t('figure.none')
                      : new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 1 }).format(u.rate)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <Import />
    </Shell>
  )
}

/** A log as a CSV file; all or nothing, and what is wrong is told by line. */
function Import() {
  const id = useId()
  const units = useUnits().data?.filter((u) => u.kind === 'department') ?? []
  const [unit, setUnit] = useState('')
  const [csv, setCsv] = useState('')
  const send = useAct((body: { unit: string; csv: string }, key: string) =>
    change('POST', '/api/bypass/imports', { key, body }),
  )
  return (
    <Part title={t('bypass.import')}>
      <p>{t('bypass.import.hint')}</p>
      {send.error && <Trouble error={send.error} />}
      {send.data && <p role="status">{t('bypass.import.done', send.data)}</p>}
      <div className="field">
        <label htmlFor={`${id}u`}>{t('bypass.unit')}</label>
        <select id={`${id}u`} value={unit} onChange={(e) => setUnit(e.target.value)}>
          <option value="">{t('bypass.choose')}</option>
          {units.map((u) => (
            <option key={u.id} value={u.id}>
              {u.shortName}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}f`}>{t('bypass.file')}</label>
        <input
          id={`${id}f`}
          type="file"
          accept=".csv,text/csv"
          onChange={(e) => void e.target.files?.[0]?.arrayBuffer().then((bytes) => setCsv(textOf(bytes)))}
        />
      </div>
      <ActionButton busy={send.isPending} onClick={() => unit && csv && send.mutate({ unit, csv })}>
        {t('bypass.import')}
      </ActionButton>
    </Part>
  )
}

/** Office programs write CSV as UTF-8 or GBK, and do not say which. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
