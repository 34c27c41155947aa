import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { change, problemsOf, read, useAct } from '../../api/client.ts'
import type { Answer, Body } from '../../api/contract.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { type Answers, tidy } from '../../ui/form/schema.ts'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Shell } from '../Shell.tsx'

type Line = Answer<'get', '/api/amendments'>[number]
type Said = Body<'post', '/api/amendments/{id}/answer'>

/** What residents say is wrong about what we hold: looked into and answered by a day (PIPL 46). */
export function Amendments() {
  const { data, error, refetch } = useQuery({
    queryKey: ['amendments'],
    queryFn: ({ signal }) => read('/api/amendments', {}, signal),
  })
  const waiting = data?.filter((r) => r.state === 'waiting') ?? []
  const answered = data?.filter((r) => r.state !== 'waiting') ?? []
  return (
    <Shell title={t('amendments.title')}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <p>{t('amendments.lead')}</p>
          <Part title={`${t('amendments.waiting')} ${t('home.count', { n: waiting.length })}`}>
            {waiting.length ? (
              <ul className="task-list">
                {waiting.map((r) => (
                  <One key={r.id} r={r} />
                ))}
              </ul>
            ) : (
              <Empty>
                <p>{t('amendments.none')}</p>
              </Empty>
            )}
          </Part>
          {answered.length > 0 && (
            <Part title={t('amendments.answered')}>
              <ul className="task-list">
                {answered.map((r) => (
                  <One key={r.id} r={r} />
                ))}
              </ul>
            </Part>
          )}
        </>
      )}
    </Shell>
  )
}

export const shown = (held: unknown): string =>
  held && typeof held === 'object' ? Object.values(held).map(shown).join(t('home.comma')) : String(held ?? '')

function One({ r }: { r: Line }) {
  const id = useId()
  return (
    <li className="task" aria-labelledby={id}>
      <h3 id={id}>{t('amendments.of', { name: r.personName, label: r.label })}</h3>
      <dl className="pairs">
        <div>
          <dt>{t('amendments.held')}</dt>
          <dd>{shown(r.held)}</dd>
        </div>
        <div>
          <dt>{t('amendments.said')}</dt>
          <dd>{r.said}</dd>
        </div>
        <div>
          <dt>{t(r.state === 'waiting' ? 'amendments.due' : `amendments.state.${r.state}`)}</dt>
          <dd>
            {r.state === 'waiting'
              ? t(r.late ? 'amendments.late' : 'amendments.by', { date: day(r.dueOn), asked: day(r.askedAt) })
              : r.answer}
          </dd>
        </div>
      </dl>
      {r.state === 'waiting' && <AnswerForm r={r} />}
    </li>
  )
}

function AnswerForm({ r }: { r: Line }) {
  const scope = useId().replace(/\W/g, '')
  const [given, setGiven] = useState<Answers>({})
  const send = useAct((body: Said, key: string) =>
    change('POST', '/api/amendments/{id}/answer', { path: { id: r.id }, key, body }),
  )
  const fields = {
    amended: {
      title: t('amendments.decision'),
      enum: ['amended', 'kept'],
      'x-labels': { amended: t('amendments.state.amended'), kept: t('amendments.state.kept') },
    },
    ...(given.amended === 'amended' &&
      r.fixable && {
        value: { title: t('amendments.value'), description: t('amendments.value.hint'), maxLength: 100 },
        proof: { title: t('amendments.proof'), description: t('amendments.proof.hint'), maxLength: 30 },
      }),
    answer: { title: t('amendments.answer'), description: t('amendments.answer.hint'), maxLength: 500 },
  }
  const problems = problemsOf(send.error).map((p) => ({ ...p, field: p.field && `${scope}.${p.field}` }))
  return (
    <form
      className="take"
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        if (send.isPending) return
        const { amended, ...rest } = tidy(
          { properties: fields },
          Object.fromEntries(Object.keys(fields).map((k) => [k, given[k]])),
        )
        send.mutate({ ...rest, ...(amended !== undefined && { amended: amended === 'amended' }) } as Said)
      }}
    >
      <ErrorSummary problems={problems} />
      {Object.entries(fields).map(([name, q]) => (
        <Field
          key={name}
          name={`${scope}.${name}`}
          q={q}
          value={given[name]}
          required={name === 'amended' || name === 'answer'}
          problems={problems}
          onChange={(v) => setGiven({ ...given, [name]: v })}
        />
      ))}
      <ActionButton kind="main" type="submit" busy={send.isPending}>
        {t('amendments.send')}
      </ActionButton>
    </form>
  )
}
