import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { change, useAct } from '../../api/client.ts'
import type { MatterPage } from '../../api/types.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { day, lastDay, moment } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { matterQuery } from '../data.ts'
import { LaneView } from '../LaneView.tsx'
import { ProgressView } from '../ProgressView.tsx'
import { Back, Shell } from '../Shell.tsx'
import { Solved } from '../Solved.tsx'

/** One matter for the person it concerns: where it is, what is to do, what came out, and how it went. */
export function Matter() {
  const { number } = useParams({ from: '/matters/$number' })
  const { data: m, error, refetch } = useQuery(matterQuery(number))
  return (
    <Shell title={m?.title ?? t('mine.title')} back={<Back to="/matters" />}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !m ? (
        <Loading />
      ) : (
        <>
          <ProgressView m={m} />
          <Todo m={m} />
          <Outcome m={m} />
          <Solved m={m} />
          <Papers m={m} />
          <LaneView m={m} />
          <Life m={m} />
          <Part title={t('matter.answers')}>
            <dl className="pairs">
              {m.answers.map((a) => (
                <div key={a.name}>
                  <dt>{a.title}</dt>
                  <dd>{a.text}</dd>
                </div>
              ))}
            </dl>
          </Part>
          <Acts m={m} />
        </>
      )}
    </Shell>
  )
}

const can = (m: MatterPage, act: string) => m.abilities[act] === null

/** What waits for this person, if anything, before all else. */
function Todo({ m }: { m: MatterPage }) {
  const undo = useAct((_: null, key: string) =>
    change('DELETE', '/api/matters/{number}/withdrawal', { path: { number: m.number }, key }),
  )
  if (can(m, 'undoWithdrawal'))
    return (
      <section className="todo">
        <p>{t('matter.todo.undo')}</p>
        {undo.error && <Trouble error={undo.error} />}
        <ActionButton kind="main" busy={undo.isPending} onClick={() => undo.mutate(null)}>
          {t('matter.undo')}
        </ActionButton>
      </section>
    )
  if (can(m, 'supplement')) {
    const asked = m.status === 'correction' && m.correction
    const due = asked ? asked.dueAt : m.tolerance?.dueAt
    const words = asked ? 'matter.todo.correction' : 'matter.todo.tolerance'
    const dateless = asked ? 'matter.todo.correction.nodate' : 'matter.todo.tolerance.nodate'
    return (
      <section className="todo" aria-label={t('matter.todo')}>
        <h2>{t('matter.todo')}</h2>
        <p>{due ? t(words, { date: lastDay(due) }) : t(dateless)}</p>
        <ol>
          {(asked ? asked.items : (m.tolerance?.materials ?? [])).map((i) => (
            <li key={i}>{i}</li>
          ))}
        </ol>
        <p>
          <Link className="button main" to="/matters/$number/supplement" params={{ number: m.number }}>
            {t('matter.todo.supplement')}
          </Link>
        </p>
      </section>
    )
  }
  if (can(m, 'rate'))
    return (
      <section className="todo">
        <p>{t('matter.todo.rate')}</p>
        <p>
          <Link className="button main" to="/matters/$number/rate" params={{ number: m.number }}>
            {t('matter.rate')}
          </Link>
        </p>
      </section>
    )
  return null
}

function Outcome({ m }: { m: MatterPage }) {
  if (!m.refusal && !m.decision && !m.result && !m.rating) return null
  return (
    <Part title={t('matter.result')}>
      {m.result && (
        <p>
          <strong>{m.result.name}</strong> {m.result.number}
        </p>
      )}
      {m.refusal && <p>{t('matter.refusal', { reason: m.refusal.reason })}</p>}
      {m.refusal?.rightBody && <p>{t('matter.refusal.right', { body: m.refusal.rightBody })}</p>}
      {m.decision && <p>{t('matter.decision.reason', { reason: m.decision.reason })}</p>}
      {m.decision?.remedy && <p>{t('matter.decision.remedy', { remedy: m.decision.remedy })}</p>}
      {m.delivery && <p>{t('matter.delivered', { date: day(m.delivery.at), by: m.delivery.receivedBy })}</p>}
      {m.rating && <p>{t('rate.done', { level: t(`rate.level.${m.rating.level}`) })}</p>}
    </Part>
  )
}

/** What happened, newest first, in sentences. */
const Life = ({ m }: { m: MatterPage }) => (
  <Part title={t('matter.life')}>
    <ol className="events">
      {[...m.events].reverse().map((e) => (
        <li key={e.id}>
          <time className="soft small" dateTime={e.at}>
            {moment(e.at)}
          </time>
          <span>
            {e.who} {e.text}
          </span>
        </li>
      ))}
    </ol>
  </Part>
)

function Papers({ m }: { m: MatterPage }) {
  const papers = m.papers.filter((p) => !p.voided)
  if (!papers.length) return null
  return (
    <Part title={t('matter.papers')}>
      <ul className="rows">
        {papers.map((p) => (
          <li key={p.id}>
            <a className="row-link" href={`/api/papers/${p.id}.pdf`} target="_blank" rel="noreferrer">
              <strong>{p.title}</strong>
              <span>{p.number}</span>
            </a>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Acts({ m }: { m: MatterPage }) {
  const urge = useAct((words: string, key: string) =>
    change('POST', '/api/matters/{number}/urge', { path: { number: m.number }, key, body: { words } }),
  )
  if (!can(m, 'withdraw') && !can(m, 'urge')) return null
  return (
    <Part title={t('matter.more')}>
      {urge.error && <Trouble error={urge.error} />}
      <div role="status">{urge.isSuccess && <p>{t('matter.urge.done')}</p>}</div>
      <div className="actions">
        {can(m, 'urge') && (
          <ActionButton busy={urge.isPending} onClick={() => urge.mutate(t('matter.urge.words'))}>
            {t('matter.urge')}
          </ActionButton>
        )}
        {can(m, 'withdraw') && (
          <Link className="button" to="/matters/$number/withdraw" params={{ number: m.number }}>
            {t('matter.withdraw')}
          </Link>
        )}
      </div>
    </Part>
  )
}
