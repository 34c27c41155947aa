import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
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

/** What the district holds about me, from whom, of when; and "this is wrong" (PIPL 44 to 46). */
export function Held() {
  const held = useQuery(heldQuery(true))
  // A place is held by its id; the person reads its name.
  const place = String(held.data?.find((h) => h.name === 'place')?.value ?? '')
  const home = useQuery({
    queryKey: ['place', place],
    queryFn: ({ signal }) => read('/api/places/{id}', { path: { id: place } }, signal),
    enabled: Boolean(place),
    staleTime: 600_000,
  })
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
          {send.data && !wrong && <p role="status">{t('held.sent', { date: day(send.data.dueOn) })}</p>}
          {asked.data.length > 0 && <Asked rows={asked.data} />}
          <Part title={t('held.values')}>
            <ul className="rows">
              {held.data
                .filter((h) => h.name !== 'grid')
                .map((h) => (
                  <li key={h.name} className="look">
                    <span className="soft">{h.label}</span>
                    <strong>{h.name === 'place' ? (home.data?.name ?? place) : textOf(h.value)}</strong>
                    <span className="soft">{sourceOf(h)}</span>
                    {wrong === h.name ? (
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
                          q={{
                            title: t('held.said', { label: h.label }),
                            description: t('held.said.hint'),
                            maxLength: 500,
                          }}
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
                    ) : (
                      <span>
                        <ActionButton
                          kind="quiet"
                          why={
                            asked.data.some((a) => a.name === h.name && a.state === 'waiting') ? t('held.asked') : null
                          }
                          onClick={() => {
                            send.reset()
                            setSaid('')
                            setWrong(h.name)
                          }}
                        >
                          <span>
                            {t('held.wrong')}
                            <span className="visually-hidden">{t('held.wrong.of', { label: h.label })}</span>
                          </span>
                        </ActionButton>
                      </span>
                    )}
                  </li>
                ))}
            </ul>
          </Part>
        </>
      )}
    </Shell>
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

/** A certificate is its parts, one after the other. */
const textOf = (value: unknown): string =>
  typeof value === 'boolean'
    ? t(value ? 'held.yes' : 'held.no')
    : value && typeof value === 'object'
      ? Object.values(value).map(textOf).join(' · ')
      : String(value ?? '')
const sourceOf = (h: HeldValue) =>
  h.collectedAt
    ? t('held.source', { source: h.source, date: day(h.collectedAt) })
    : t('held.source-only', { source: h.source })
