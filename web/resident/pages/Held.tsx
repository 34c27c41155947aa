import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { change, problemsOf, read, useAct } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import type { Held as HeldValue } from '../../api/types.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { heldQuery } from '../data.ts'
import { Back, Shell } from '../Shell.tsx'

type Amendment = Answer<'get', '/api/held/amendments'>[number]
/** In this order; what only repeats the others is folded, and there for whoever wants to see everything. */
const open = ['self', 'contact', 'home', 'household', 'work', 'care'] as const
const folded = ['papers', 'follows'] as const

/** What the district holds about me, from whom, of when; and "this is wrong" (PIPL 44 to 46). */
export function Held() {
  const held = useQuery(heldQuery(true))
  const asked = useQuery({
    queryKey: ['amendments'],
    queryFn: ({ signal }) => read('/api/held/amendments', {}, signal),
  })
  const [wrong, setWrong] = useState('')
  const [said, setSaid] = useState('')
  const send = useAct(
    (body: { name: string; said: string }, key: string) => change('POST', '/api/held/amendments', { key, body }),
    () => {
      setWrong('')
      setSaid('')
    },
  )
  const problems = problemsOf(send.error).map((p) => ({ ...p, field: p.field === 'said' ? p.field : '' }))
  const error = held.error ?? asked.error
  const rowOf = (h: HeldValue) => (
    <Row
      key={h.name}
      h={h}
      waiting={asked.data?.find((a) => a.name === h.name && a.state === 'waiting')}
      justSent={!wrong && send.data !== undefined && send.variables?.name === h.name}
      openForm={() => {
        send.reset()
        setSaid('')
        setWrong(h.name)
      }}
    >
      {wrong === h.name && (
        <form
          className="panel"
          noValidate
          onSubmit={(e) => {
            e.preventDefault()
            if (!send.isPending) send.mutate({ name: h.name, said: said.trim() })
          }}
        >
          <Field
            name="said"
            required
            q={{ title: t('held.said', { label: h.label }), description: t('held.said.hint'), maxLength: 500 }}
            value={said}
            problems={problems}
            onChange={(v) => setSaid(String(v))}
          />
          <div className="actions">
            <ActionButton kind="main" type="submit" busy={send.isPending}>
              {t('held.send')}
            </ActionButton>
            <button type="button" className="quiet" onClick={() => setWrong('')}>
              {t('held.cancel')}
            </button>
          </div>
        </form>
      )}
    </Row>
  )
  // The grid stands with the community, in one line.
  const of = (subject: string) => (held.data ?? []).filter((h) => h.subject === subject && h.name !== 'grid')
  return (
    <Shell title={t('held.title')} back={<Back to="/" />} problems={wrong ? problems : []}>
      {error ? (
        <Trouble error={error} retry={held.refetch} />
      ) : !held.data || !asked.data ? (
        <Loading />
      ) : !held.data.length ? (
        <Empty>
          <p>{t('held.none')}</p>
        </Empty>
      ) : (
        <>
          <p>{t('held.lead')}</p>
          <p>
            <Link className="button" to="/looks">
              {t('looks.title')}
            </Link>
          </p>
          {asked.data.length > 0 && <Asked rows={asked.data} />}
          {open.map(
            (subject) =>
              of(subject).length > 0 && (
                <Part key={subject} title={t(`held.subject.${subject}`)}>
                  <ul className="rows">{of(subject).map(rowOf)}</ul>
                </Part>
              ),
          )}
          {folded.map(
            (subject) =>
              of(subject).length > 0 && (
                <details key={subject} className="fold">
                  <summary>{t(`held.subject.${subject}`, { n: of(subject).length })}</summary>
                  <p className="soft">{t(`held.subject.${subject}.hint`)}</p>
                  <ul className="rows">{of(subject).map(rowOf)}</ul>
                </details>
              ),
          )}
        </>
      )}
    </Shell>
  )
}

/** One fact in one row: what, since when and from whom; and the way to say that it is wrong. */
function Row({
  h,
  waiting,
  justSent,
  openForm,
  children,
}: {
  h: HeldValue
  waiting: Amendment | undefined
  justSent: boolean
  openForm: () => void
  children: React.ReactNode
}) {
  const told = useRef<HTMLParagraphElement>(null)
  // The button that had the focus is gone: reading goes on at what became of it.
  useEffect(() => {
    if (!justSent) return
    told.current?.focus()
    told.current?.scrollIntoView({ block: 'center' })
  }, [justSent])
  const wrong = t('held.wrong')
  return (
    <li className="fact">
      <p>
        <span className="soft">{h.label}</span>
        <strong>{h.words}</strong>
        <span className="soft">{sourceOf(h)}</span>
      </p>
      {/* What is reckoned is put right by putting right what it is reckoned from. */}
      {!waiting && !children && h.subject !== 'follows' && (
        <button type="button" className="quiet" onClick={openForm}>
          {wrong}
          <span className="visually-hidden">{t('held.wrong.of', { label: h.label })}</span>
        </button>
      )}
      {waiting && (
        <p className="fact-told" role={justSent ? 'status' : undefined} tabIndex={-1} ref={told}>
          {t(justSent ? 'held.sent' : 'held.asked', { date: day(waiting.dueOn) })}
        </p>
      )}
      {children}
    </li>
  )
}

const Asked = ({ rows }: { rows: Amendment[] }) => (
  <Part title={t('held.amendments')}>
    <ul className="rows">
      {rows.map((a) => (
        <li key={a.id} className="look">
          <strong>{t(`held.state.${a.state}`, { label: a.label })}</strong>
          <span>{t('held.you-said', { said: a.said })}</span>
          {a.answer && <span>{t('held.answer', { unit: a.unit ?? '', answer: a.answer })}</span>}
          <span className="soft">
            {a.state === 'waiting'
              ? t(a.late ? 'held.late' : 'held.due', { date: day(a.dueOn) })
              : t('held.answered', { date: day(a.answeredAt ?? a.askedAt) })}
          </span>
        </li>
      ))}
    </ul>
  </Part>
)

const sourceOf = (h: HeldValue) =>
  h.collectedAt
    ? t('held.source', { source: h.source, date: day(h.collectedAt) })
    : t('held.source-only', { source: h.source })
