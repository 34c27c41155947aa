import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Item, MatterPage } from '../../api/types.ts'
import { inGroups } from '../../ui/format.ts'
import { Deadline } from '../../ui/Light.tsx'
import { Lanes } from '../../ui/matter/Lanes.tsx'
import { Part } from '../../ui/Page.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Acts, type Doing } from '../Acts.tsx'
import { matterActs, replyAct, taskActs } from '../acts.ts'
import { itemQuery, matterQuery, tasksQuery, useDuties, useLive, useUnits } from '../data.ts'
import { exceptionActs } from '../exception-acts.ts'
import { Keys } from '../Keys.tsx'
import { Link } from '../link.ts'
import { About, Clocks, Events, Materials, Notices, Papers, paperHref } from '../MatterParts.tsx'
import { Shell } from '../Shell.tsx'

/** The matter's page: who holds it, its life as lanes, what can be done, and everything that was said. */
export function Matter() {
  useLive()
  const { number } = useParams({ strict: false }) as { number: string }
  const { data: m, error, refetch } = useQuery(matterQuery(number))
  return (
    <Shell title={m ? `${m.title} ${m.applicant}` : t('matters.title')}>
      {error ? <Trouble error={error} retry={refetch} /> : m ? <Page key={m.number} m={m} /> : <Loading />}
      <Keys />
    </Shell>
  )
}

type Before = { event: number; papers: string[] }

function Page({ m }: { m: MatterPage }) {
  const units = useUnits().data?.map((u) => [u.id, u.shortName] as [string, string]) ?? []
  const item = useItem(m)
  const base = `/api/matters/${m.number}`
  // What stood there when the act was sent: the rest is what changed.
  const before = useRef<Before>({ event: 0, papers: [] })
  const [done, setDone] = useState<({ act: string } & Before) | null>(null)
  const doing: Doing = {
    onSend: () => {
      before.current = { event: Math.max(0, ...m.events.map((e) => e.id)), papers: m.papers.map((p) => p.id) }
    },
    onDone: (act) => setDone({ act, ...before.current }),
  }
  return (
    <>
      {done && <Changed m={m} done={done} />}
      <p className="holding">{m.holding}</p>
      <p className="facts">
        <strong>{inGroups(m.number)}</strong>
        <span>{m.statusText}</span>
        {m.deemed && <span>{t('page.deemed')}</span>}
        <Deadline {...m} />
      </p>
      <Notices m={m} />
      <Befell m={m} />
      <Acts
        acts={[...matterActs(m, item), ...exceptionActs(m, units)]}
        abilities={m.abilities}
        base={base}
        {...doing}
      />
      <Lanes m={m} />
      <Tasks m={m} units={units} item={item} base={base} doing={doing} />
      <div className="columns">
        <div className="stack">
          <Clocks m={m} />
          <Papers m={m} />
          <Supervisions m={m} base={base} doing={doing} />
        </div>
        <div className="stack">
          <About m={m} />
          <Materials m={m} />
        </div>
      </div>
      <Events m={m} />
    </>
  )
}

/** What befell it beside its road, a line each. */
function Befell({ m }: { m: MatterPage }) {
  const { dispute, vertical, visit, late, helper } = m.exceptions
  const said = [
    dispute && t('page.dispute', { words: dispute.words }),
    dispute?.answer && t('page.dispute.answer', { words: dispute.answer }),
    m.solution === 'solved' && t('page.solved'),
    late && t('page.late', { reason: late.reason }),
    helper && t('page.helper', { how: t(`act.how.${helper.how}`), name: helper.name }),
    visit && !visit.done && t('page.visit', { day: visit.day, slot: t(`act.slot.${visit.slot}`), where: visit.where }),
    vertical && t('page.vertical', vertical),
  ].filter((line): line is string => Boolean(line))
  if (!said.length && !m.others.length) return null
  return (
    <ul className="facts">
      {m.others.map((number) => (
        <li key={number}>
          {t('page.other')}{' '}
          <Link to="/desk/matters/$number" params={{ number }}>
            {inGroups(number)}
          </Link>
        </li>
      ))}
      {said.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** What the acts on this matter need to know of its item: only of the version it was begun under. */
function useItem(m: MatterPage): Item | null {
  const wanted = m.abilities.fix === null || m.tasks.some((x) => x.abilities.stop === null)
  const { data } = useQuery({ ...itemQuery(m.itemId), enabled: wanted })
  return data?.version === m.itemVersion ? data : null
}

/** What an act brought about, said where the focus goes: new events, new papers to print, and what waits next. */
function Changed({ m, done }: { m: MatterPage; done: { act: string } & Before }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (done) box.current?.focus()
  }, [done])
  const { has } = useDuties()
  const { data: tasks } = useQuery({ ...tasksQuery({}), enabled: has('clerk', 'handler', 'head') })
  const next = tasks?.rows.find((r) => r.number !== m.number)
  return (
    <div className="panel" ref={box} tabIndex={-1} role="status">
      <p>
        <strong>{t('changed.done', { act: t(`act.${done.act}`) })}</strong>
      </p>
      <ul>
        {m.events
          .filter((e) => e.id > done.event)
          .map((e) => (
            <li key={e.id}>{e.text}</li>
          ))}
      </ul>
      <div className="actions">
        {m.papers
          .filter((p) => !done.papers.includes(p.id))
          .map((p) => (
            <a key={p.id} className="button" href={paperHref(p)} target="_blank" rel="noreferrer">
              {t('changed.print', { title: p.title })}
            </a>
          ))}
        {next && (
          <Link className="button" to="/desk/matters/$number" params={{ number: next.number }}>
            {t('changed.next', { title: next.title, task: next.taskTitle })}
          </Link>
        )}
      </div>
    </div>
  )
}

function Tasks({
  m,
  units,
  item,
  base,
  doing,
}: {
  m: MatterPage
  units: [string, string][]
  item: Item | null
  base: string
  doing: Doing
}) {
  if (!m.tasks.length) return null
  return (
    <Part title={t('page.tasks')}>
      <ul className="task-list">
        {m.tasks.map((x) => (
          <li key={x.id} className={`task task-${x.status}`}>
            <p className="facts">
              <strong>{x.unitName}</strong>
              <span>{x.title}</span>
              <span>{t(`task.${x.status}`)}</span>
              {x.clock && x.status === 'open' && <Deadline dueAt={x.clock.dueAt} light={x.clock.light} />}
              {x.clock?.late && x.status === 'done' && <span>{t('light.late-done')}</span>}
            </p>
            {x.question && <p>{t('page.question', { question: x.question })}</p>}
            {x.opinion && <p>{t('page.opinion', { outcome: t(`outcome.${x.outcome}`), opinion: x.opinion })}</p>}
            <Acts acts={taskActs(x, units, item)} abilities={x.abilities} base={`${base}/tasks/${x.id}`} {...doing} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Supervisions({ m, base, doing }: { m: MatterPage; base: string; doing: Doing }) {
  if (!m.supervisions.length) return null
  return (
    <Part title={t('page.supervisions')}>
      {m.supervisions.map((s) => (
        <div key={s.id} className="task">
          <p>
            <strong>{s.number}</strong> {t('page.order', { target: s.targetName, demand: s.demand })}
          </p>
          <p className="soft">{t('page.basis', { by: s.by, basis: s.basis })}</p>
          {s.clock && !s.reply && <Deadline dueAt={s.clock.dueAt} light={s.clock.light} />}
          {s.reply && <p>{t('page.reply', { reply: s.reply })}</p>}
          <Acts acts={[replyAct()]} abilities={s.abilities} base={`${base}/supervisions/${s.id}`} {...doing} />
        </div>
      ))}
    </Part>
  )
}
