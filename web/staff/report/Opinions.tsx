import { useState } from 'react'
import { change, problemsOf, useAct } from '../../api/client.ts'
import type { Body } from '../../api/contract.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Empty, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useDuties, useUnits } from '../data.ts'
import type { Report } from './data.ts'

type Opinion = Report['opinions'][number]

/** Who said what of it, and how it was met: before the meeting in the text, after it by the unit whose task it is. */
export function Opinions({ report }: { report: Report }) {
  const { has } = useDuties()
  const stages = (['before', 'meeting'] as const).map((stage) => ({
    stage,
    list: report.opinions.filter((o) => o.stage === stage),
  }))
  const open = report.status === 'draft' ? 'before' : report.status === 'delivered' ? 'meeting' : null
  return (
    <>
      {stages.map(({ stage, list }) => (
        <Part key={stage} title={t(`reports.opinions.${stage}`)}>
          {list.length ? (
            <Matrix report={report} list={list} stage={stage} />
          ) : (
            <Empty>
              <p>{t(`reports.opinions.${stage}.none`)}</p>
            </Empty>
          )}
        </Part>
      ))}
      {has('statistician') && open && <Add report={report} stage={open} />}
    </>
  )
}

function Matrix({ report, list, stage }: { report: Report; list: Opinion[]; stage: 'before' | 'meeting' }) {
  const columns =
    stage === 'before' ? ['said', 'opinion', 'response'] : ['said', 'opinion', 'owner', 'response', 'vote']
  return (
    <div className="table-scroll">
      <table className="table rows-table">
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c} scope="col">
                {t(`reports.opinion.${c}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.map((o) => (
            <tr key={o.id}>
              <td data-label={t('reports.opinion.said')}>
                {o.saidBy}
                <br />
                <span className="soft">{day(o.saidOn)}</span>
              </td>
              <td data-label={t('reports.opinion.opinion')}>{o.body}</td>
              {stage === 'meeting' && (
                <td data-label={t('reports.opinion.owner')}>
                  {o.ownerName}
                  <br />
                  <span className="soft">{o.dueOn && t('reports.opinion.due', { day: day(o.dueOn) })}</span>
                </td>
              )}
              <td data-label={t('reports.opinion.response')}>
                <Answer report={report} opinion={o} />
              </td>
              {stage === 'meeting' && (
                <td data-label={t('reports.opinion.vote')}>
                  <Vote report={report} opinion={o} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Answer({ report, opinion: o }: { report: Report; opinion: Opinion }) {
  const { has } = useDuties()
  const [text, setText] = useState('')
  const respond = useAct((response: string, key: string) =>
    change('POST', '/api/reports/{id}/opinions/{opinion}/response', {
      path: { id: report.id, opinion: o.id },
      key,
      body: { response, ...(o.stage === 'before' && { inVersion: report.version }) },
    }),
  )
  if (o.response)
    return (
      <>
        {o.response}
        <br />
        <span className="soft">
          {o.respondedBy}
          {o.inVersion !== null && t('reports.opinion.in', { n: o.inVersion })}
        </span>
      </>
    )
  const may = has('statistician', 'head', 'handler') && (o.stage === 'before' ? report.status === 'draft' : true)
  if (!may) return <>{t('reports.opinion.open')}</>
  return (
    <>
      {respond.error && <Trouble error={respond.error} />}
      <div className="field">
        <label htmlFor={`answer-${o.id}`}>{t('reports.opinion.answer')}</label>
        <textarea
          id={`answer-${o.id}`}
          rows={2}
          maxLength={2000}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
      </div>
      <ActionButton
        busy={respond.isPending}
        why={text.trim() ? null : t('reports.opinion.answer.first')}
        onClick={() => respond.mutate(text.trim())}
      >
        {t('reports.opinion.answer.do')}
      </ActionButton>
    </>
  )
}

const votes = ['satisfied', 'basically', 'dissatisfied'] as const
function Vote({ report, opinion: o }: { report: Report; opinion: Opinion }) {
  const { has } = useDuties()
  const rate = useAct((satisfaction: (typeof votes)[number], key: string) =>
    change('POST', '/api/reports/{id}/opinions/{opinion}/satisfaction', {
      path: { id: report.id, opinion: o.id },
      key,
      body: { satisfaction },
    }),
  )
  if (o.satisfaction) return <>{t(`reports.vote.${o.satisfaction}`)}</>
  if (!o.response || !has('statistician')) return <>{t('reports.vote.none')}</>
  return (
    <div className="actions">
      {rate.error && <Trouble error={rate.error} />}
      {votes.map((v) => (
        <ActionButton key={v} busy={rate.isPending} onClick={() => rate.mutate(v)}>
          {t(`reports.vote.${v}`)}
        </ActionButton>
      ))}
    </div>
  )
}

function Add({ report, stage }: { report: Report; stage: 'before' | 'meeting' }) {
  const fresh = { saidBy: '', body: '', saidOn: '', owner: '' }
  const [given, setGiven] = useState(fresh)
  const { data: units } = useUnits()
  const add = useAct(
    (body: Body<'post', '/api/reports/{id}/opinions'>, key: string) =>
      change('POST', '/api/reports/{id}/opinions', { path: { id: report.id }, key, body }),
    () => setGiven(fresh),
  )
  const wrong = (field: string) => problemsOf(add.error).find((p) => p.field === field)?.message
  const at = (name: 'saidBy' | 'saidOn', type: string) => (
    <div className="field">
      <label htmlFor={`opinion-${name}`}>{t(`reports.opinion.${name}`)}</label>
      {wrong(name) && <p className="field-error">{wrong(name)}</p>}
      <input
        id={`opinion-${name}`}
        type={type}
        maxLength={60}
        value={given[name]}
        onChange={(e) => setGiven({ ...given, [name]: e.target.value })}
      />
    </div>
  )
  return (
    <Part title={t('reports.opinion.add')}>
      <form
        onSubmit={(e) => {
          e.preventDefault()
          const { owner, ...rest } = given
          add.mutate({ stage, ...rest, ...(owner && { owner }) })
        }}
      >
        {add.error && !problemsOf(add.error).length && <Trouble error={add.error} />}
        <div className="fields">
          {at('saidBy', 'text')}
          {at('saidOn', 'date')}
          {stage === 'meeting' && (
            <div className="field">
              <label htmlFor="opinion-owner">{t('reports.opinion.owner')}</label>
              {wrong('owner') && <p className="field-error">{wrong('owner')}</p>}
              <select
                id="opinion-owner"
                value={given.owner}
                onChange={(e) => setGiven({ ...given, owner: e.target.value })}
              >
                <option value="">{t('reports.opinion.owner.choose')}</option>
                {units?.map((u) => (
                  <option key={u.id} value={u.id}>
                    {u.shortName}
                  </option>
                ))}
              </select>
            </div>
          )}
          <div className="field">
            <label htmlFor="opinion-body">{t('reports.opinion.opinion')}</label>
            {wrong('body') && <p className="field-error">{wrong('body')}</p>}
            <textarea
              id="opinion-body"
              rows={3}
              maxLength={2000}
              value={given.body}
              onChange={(e) => setGiven({ ...given, body: e.target.value })}
            />
          </div>
        </div>
        <div className="actions">
          <ActionButton kind="main" type="submit" busy={add.isPending}>
            {t('reports.opinion.add.do')}
          </ActionButton>
        </div>
      </form>
    </Part>
  )
}
