import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { change, problemsOf, read, useAct } from '../../api/client.ts'
import type { Body } from '../../api/contract.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import { Link, useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { Alarm } from './Alarm.tsx'
import { reportsQuery } from './data.ts'
import './report.css'

/** The reports to the People's Congress, and the beginning of a new one. */
export function Reports() {
  const { data, error, refetch } = useQuery(reportsQuery)
  const { has } = useDuties()
  return (
    <Shell title={t('reports.title')}>
      <p className="soft">{t('reports.about')}</p>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : !data.length ? (
        <Empty>
          <p>{t('reports.none')}</p>
        </Empty>
      ) : (
        <div className="table-scroll">
          <table className="table rows-table">
            <thead>
              <tr>
                {['report', 'meeting', 'as-of', 'status', 'next'].map((c) => (
                  <th key={c} scope="col">
                    {t(`reports.${c}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.map((r) => (
                <tr key={r.id}>
                  <td>
                    <Link to="/desk/reports/$id" params={{ id: r.id }}>
                      {r.title}
                    </Link>
                  </td>
                  <td data-label={t('reports.meeting')}>{day(r.meetingOn)}</td>
                  <td data-label={t('reports.as-of')}>{day(r.asOf)}</td>
                  <td data-label={t('reports.status')}>{t(`reports.status.${r.status}`)}</td>
                  <td data-label={t('reports.next')}>
                    {r.next ? (
                      <>
                        {day(r.next.dueOn)} <Alarm state={r.next.alarm} />
                      </>
                    ) : (
                      t('reports.next.none')
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {has('statistician') && <Begin />}
    </Shell>
  )
}

function Begin() {
  const go = useGo()
  const { data } = useQuery({
    queryKey: ['reports', 'templates'],
    queryFn: ({ signal }) => read('/api/reports/templates', {}, signal),
  })
  const [given, setGiven] = useState({ template: '', meetingOn: '', asOf: '', term: '', sitting: '' })
  const begin = useAct(
    (body: Body<'post', '/api/reports'>, key: string) => change('POST', '/api/reports', { key, body }),
    (made) => go({ to: '/desk/reports/$id', params: { id: made.id } }),
  )
  const wrong = (field: string) => problemsOf(begin.error).find((p) => p.field === field)?.message
  if (!data?.length) return null
  const field = (name: keyof typeof given, type: string, more: { min?: number; max?: number } = {}) => (
    <div className="field">
      <label htmlFor={`begin-${name}`}>{t(`reports.begin.${name}`)}</label>
      {wrong(name) && <p className="field-error">{wrong(name)}</p>}
      <input
        id={`begin-${name}`}
        type={type}
        {...more}
        value={given[name]}
        onChange={(e) => setGiven({ ...given, [name]: e.target.value })}
      />
    </div>
  )
  const number = (s: string) => (s ? Number(s) : undefined)
  const { term, sitting } = { term: number(given.term), sitting: number(given.sitting) }
  return (
    <Part title={t('reports.begin')}>
      <form
        onSubmit={(e) => {
          e.preventDefault()
          begin.mutate({
            template: given.template || (data[0]?.id ?? ''),
            meetingOn: given.meetingOn,
            asOf: given.asOf,
            ...(term !== undefined && { term }),
            ...(sitting !== undefined && { sitting }),
          })
        }}
      >
        {begin.error && !problemsOf(begin.error).length && <Trouble error={begin.error} />}
        <div className="fields">
          <div className="field">
            <label htmlFor="begin-template">{t('reports.begin.template')}</label>
            <select
              id="begin-template"
              value={given.template || data[0]?.id}
              onChange={(e) => setGiven({ ...given, template: e.target.value })}
            >
              {data.map((x) => (
                <option key={x.id} value={x.id}>
                  {x.title}
                </option>
              ))}
            </select>
          </div>
          {field('meetingOn', 'date')}
          {field('asOf', 'date')}
          {field('term', 'number', { min: 1, max: 99 })}
          {field('sitting', 'number', { min: 1, max: 99 })}
        </div>
        <div className="actions">
          <ActionButton kind="main" type="submit" busy={begin.isPending}>
            {t('reports.begin.do')}
          </ActionButton>
        </div>
      </form>
    </Part>
  )
}
