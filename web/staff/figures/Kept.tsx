import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { change, read, useAct } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { moment } from '../../ui/format.ts'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import { type Asked, type Card, whenOf } from './data.ts'
import { Override } from './Override.tsx'

export type KeptFigure = Answer<'get', '/api/indicators/{id}/kept'>[number]
const next = { draft: 'department', department: 'reviewed', reviewed: 'locked', locked: null } as const

/** What was kept of it, signed by whom: locked it never changes; what restates it stands above it and says why. */
export function Kept({ card, asked }: { card: Card; asked: Asked }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['kept', card.id, asked.place],
    queryFn: ({ signal }) =>
      read('/api/indicators/{id}/kept', { path: { id: card.id }, query: { place: asked.place } }, signal),
  })
  const may = useDuties().has('statistician', 'leader', 'supervisor')
  return (
    <>
      {may ? <Keep card={card} asked={asked} /> : <p className="hint">{t('figures.kept.who')}</p>}
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : !data.length ? (
        <Empty>
          <p>{t('figures.kept.none')}</p>
        </Empty>
      ) : (
        <ul className="kept-list">
          {data.map((f) => (
            <One key={f.id} card={card} kept={f} original={data.find((o) => o.id === f.restates)} />
          ))}
        </ul>
      )}
    </>
  )
}

/** Reckons it now and keeps it; of what is locked already, only with the reason why it is said anew. */
function Keep({ card, asked }: { card: Card; asked: Asked }) {
  const [reason, setReason] = useState('')
  const keep = useAct((body: Asked & { reason?: string }, key: string) =>
    change('POST', '/api/indicators/{id}/kept', {
      path: { id: card.id },
      key,
      body: body as Asked & { place: string },
    }),
  )
  return (
    <form
      className="panel keep"
      onSubmit={(e) => {
        e.preventDefault()
        keep.mutate({ ...asked, ...(reason.trim() && { reason: reason.trim() }) })
      }}
    >
      {keep.error && <Trouble error={keep.error} />}
      {keep.data && <p role="status">{t(keep.data.restates ? 'figures.kept.restated' : 'figures.kept.done')}</p>}
      <div className="field">
        <label htmlFor="keep-reason">
          {t('figures.kept.reason')}
          <span className="optional">{t('form.optional')}</span>
        </label>
        <p className="hint" id="keep-reason-hint">
          {t('figures.kept.reason.hint')}
        </p>
        <input
          id="keep-reason"
          aria-describedby="keep-reason-hint"
          value={reason}
          maxLength={300}
          onChange={(e) => setReason(e.target.value)}
        />
      </div>
      <ActionButton kind="main" type="submit" busy={keep.isPending}>
        {t('figures.kept.keep')}
      </ActionButton>
    </form>
  )
}

function One({ card, kept, original }: { card: Card; kept: KeptFigure; original: KeptFigure | undefined }) {
  const of = { indicator: card.id, place: kept.place, from: kept.from, to: kept.to }
  const step = next[kept.status]
  const sign = useAct((what: 'department' | 'reviewed' | 'locked', key: string) =>
    change('POST', '/api/kept-figures/{id}/signature', { path: { id: kept.id }, key, body: { step: what } }),
  )
  const signed = (['computed', 'department', 'reviewed', 'locked'] as const).flatMap((s) => {
    const by = kept[`${s}By`]
    return by ? [t(`figures.kept.by.${s}`, { by })] : []
  })
  return (
    <li className="kept">
      <p className="facts">
        <strong className="kept-status">{t(`figures.kept.status.${kept.status}`)}</strong>
        <span>{whenOf({ ...kept, period: card.period })}</span>
      </p>
      <p className="facts">
        {kept.override === null ? (
          <Figure of={{ ...of, value: kept.value }} unit={card.unit} size="large" />
        ) : (
          <>
            <Figure of={{ ...of, value: kept.override }} unit={card.unit} size="large" />
            <span>
              {t('figures.kept.reckoned')} <Figure of={{ ...of, value: kept.value }} unit={card.unit} />
            </span>
          </>
        )}
      </p>
      {kept.override !== null && (
        <p>{t('figures.kept.override.said', { by: kept.overrideBy ?? '', reason: kept.overrideReason ?? '' })}</p>
      )}
      {kept.restates && (
        <p>
          {t('figures.kept.restates', { reason: kept.reason ?? '' })}{' '}
          {original && <Figure of={{ ...of, value: original.override ?? original.value }} unit={card.unit} />}
        </p>
      )}
      <p className="soft">{[...signed, t('figures.cut-off', { at: moment(kept.cutOff) })].join(t('figures.dot'))}</p>
      {sign.error && <Trouble error={sign.error} />}
      {step && (
        <div className="actions no-print">
          <ActionButton kind="main" busy={sign.isPending} why={kept.may.sign} onClick={() => sign.mutate(step)}>
            {t(`figures.kept.sign.${step}`)}
          </ActionButton>
          <Override kept={kept} unit={card.unit} />
        </div>
      )}
    </li>
  )
}
