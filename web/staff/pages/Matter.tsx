import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { MatterPage } from '../../api/types.ts'
import { day, inGroups, lastDay, moment } from '../../ui/format.ts'
import { Deadline } from '../../ui/Light.tsx'
import { Lanes } from '../../ui/matter/Lanes.tsx'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Acts } from '../Acts.tsx'
import { matterActs, replyAct, taskActs } from '../acts.ts'
import { matterQuery, useLive, useUnits } from '../data.ts'
import { Keys } from '../Keys.tsx'
import { Shell } from '../Shell.tsx'

/** The matter's page: who holds it, its life as lanes, what can be done, and everything that was said. */
export function Matter() {
  useLive()
  const { number } = useParams({ strict: false }) as { number: string }
  const { data: m, error, refetch } = useQuery(matterQuery(number))
  const units = useUnits().data?.map((u) => [u.id, u.shortName] as [string, string]) ?? []
  const base = `/api/matters/${number}`
  return (
    <Shell title={m ? `${m.title} ${m.applicant}` : t('matters.title')}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !m ? (
        <Loading />
      ) : (
        <>
          <p className="holding">{m.holding}</p>
          <p className="facts">
            <strong>{inGroups(m.number)}</strong> · {m.statusText}
            {m.deemed && ` · ${t('page.deemed')}`} · <Deadline {...m} />
          </p>
          <Acts acts={matterActs(m, units)} abilities={m.abilities} base={base} />
          <Lanes m={m} />
          <Tasks m={m} units={units} base={base} />
          <div className="columns">
            <div>
              <Clocks m={m} />
              <Papers m={m} />
              <Supervisions m={m} base={base} />
            </div>
            <div>
              <About m={m} />
              <Materials m={m} />
            </div>
          </div>
          <Events m={m} />
          <Keys />
        </>
      )}
    </Shell>
  )
}

function Tasks({ m, units, base }: { m: MatterPage; units: [string, string][]; base: string }) {
  if (!m.tasks.length) return null
  return (
    <Part title={t('page.tasks')}>
      <ul className="task-list">
        {m.tasks.map((x) => (
          <li key={x.id} className={`task task-${x.status}`}>
            <p>
              <strong>{x.unitName}</strong> {x.title} · {t(`task.${x.status}`)}
              {x.clock && x.status === 'open' && (
                <>
                  {' · '}
                  <Deadline dueAt={x.clock.dueAt} light={x.clock.light} />
                </>
              )}
              {x.clock?.late && x.status === 'done' && ` · ${t('light.late-done')}`}
            </p>
            {x.question && <p>{t('page.question', { question: x.question })}</p>}
            {x.opinion && <p>{t('page.opinion', { outcome: t(`outcome.${x.outcome}`), opinion: x.opinion })}</p>}
            <Acts acts={taskActs(x, units)} abilities={x.abilities} base={`${base}/tasks/${x.id}`} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** Every deadline, and how it came about, step by step, for a person to check. */
function Clocks({ m }: { m: MatterPage }) {
  return (
    <Part title={t('page.clocks')}>
      {m.clocks.map((k) => (
        <details key={k.id} className="clock">
          <summary>
            {t(`clock.${k.name}`)}
            {k.taskId && ` ${m.tasks.find((x) => x.id === k.taskId)?.unitName ?? ''}`} ·{' '}
            {k.dueAt ? lastDay(k.dueAt) : t('deadline.none')}
            {k.endedAt ? ` · ${t(k.late ? 'clock.ended-late' : 'clock.ended')}` : ''}
          </summary>
          <ol>
            {k.explanation.map((s) => (
              <li key={`${s.date} ${s.text}`}>{s.text}</li>
            ))}
          </ol>
          {k.legal !== null && k.legalDueAt && <p>{t('clock.legal', { date: lastDay(k.legalDueAt) })}</p>}
        </details>
      ))}
    </Part>
  )
}

function Papers({ m }: { m: MatterPage }) {
  if (!m.papers.length) return null
  return (
    <Part title={t('page.papers')}>
      <ul>
        {m.papers.map((p) => (
          <li key={p.id}>
            <a href={`/api/papers/${p.id}.pdf`} target="_blank" rel="noreferrer">
              {p.title} {p.number}
            </a>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Supervisions({ m, base }: { m: MatterPage; base: string }) {
  if (!m.supervisions.length) return null
  return (
    <Part title={t('page.supervisions')}>
      {m.supervisions.map((s) => (
        <div key={s.id} className="task">
          <p>
            <strong>{s.number}</strong> {t('page.order', { target: s.targetName, demand: s.demand })}
          </p>
          {s.clock && !s.reply && <Deadline dueAt={s.clock.dueAt} light={s.clock.light} />}
          {s.reply && <p>{t('page.reply', { reply: s.reply })}</p>}
          <Acts acts={[replyAct()]} abilities={s.abilities} base={`${base}/supervisions/${s.id}`} />
        </div>
      ))}
    </Part>
  )
}

const About = ({ m }: { m: MatterPage }) => (
  <Part title={t('page.about')}>
    <dl className="pairs">
      {[
        [t('page.name'), m.applicantParty.name],
        [t('page.id'), m.applicantParty.idNumber],
        [t('page.phone'), m.applicantParty.phone],
        [t('page.address'), m.applicantParty.address],
        ...m.answers.map((a) => [a.title, a.text]),
      ].map(([k, v]) => (
        <div key={k}>
          <dt>{k}</dt>
          <dd>{v}</dd>
        </div>
      ))}
    </dl>
    {m.decision && (
      <p>{t('page.decision', { outcome: t(`outcome.${m.decision.outcome}`), reason: m.decision.reason })}</p>
    )}
    {m.result && <p>{t('page.result', { name: m.result.name, number: m.result.number })}</p>}
    {m.delivery && <p>{t('page.delivered', { by: m.delivery.receivedBy, date: day(m.delivery.at) })}</p>}
    {m.extension && m.extension.decided === null && (
      <p>
        {t('page.extension', { amount: m.extension.amount, reason: m.extension.reason, by: m.extension.requestedBy })}
      </p>
    )}
    {m.rating && <p>{t('page.rating', { level: t(`rating.${m.rating.level}`), words: m.rating.words ?? '' })}</p>}
  </Part>
)

const Materials = ({ m }: { m: MatterPage }) => (
  <Part title={t('page.materials')}>
    <ul className="materials">
      {m.materials.map((x) => (
        <li key={x.code}>
          {x.name} · <span className={`material-${x.status}`}>{t(`material.${x.status}`)}</span>
          {x.files.map((f) => (
            <a key={f.id} href={`/api/files/${f.id}`}>
              {f.name}
            </a>
          ))}
        </li>
      ))}
    </ul>
  </Part>
)

const Events = ({ m }: { m: MatterPage }) => (
  <Part title={t('page.events')}>
    <ol className="events">
      {[...m.events].reverse().map((e) => (
        <li key={e.id}>
          <time className="soft small" dateTime={e.at}>
            {moment(e.at)}
          </time>
          <span>
            {e.who}
            {e.unit && ` (${e.unit}${e.capacity && e.capacity !== e.unit ? ` · ${e.capacity}` : ''})`} {e.text}
          </span>
        </li>
      ))}
    </ol>
  </Part>
)
