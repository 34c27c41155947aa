import { useState } from 'react'
import { daysBetween, fullDay, timeOfDay } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Empty } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Frame } from '../Frame.tsx'
import { Link } from '../link.ts'
import { refreshDay, type Task } from '../phone.ts'
import { justSaved } from '../Taking.tsx'
import { usePhone } from '../usePhone.ts'

const sections = ['visit', 'patrol', 'task', 'collect']

/** The list of the day. What is done is ticked off from the moment it was taken down, sent or not. */
export function Today() {
  const { day, dayWhy, done, online, stop } = usePhone()
  const [said] = useState(justSaved)
  const [fetching, setFetching] = useState(false)
  const refresh = async () => {
    setFetching(true)
    await refreshDay()
    setFetching(false)
  }
  const grids = day?.grids.map((g) => (g.for ? t('field.grid-for', { name: g.name }) : g.name)).join(t('form.comma'))
  return (
    <Frame title={t('field.today')} back={false}>
      <div role="status">{said && <p className="panel field-saved">{said}</p>}</div>
      {stop === 'no-duty' && <p className="panel">{t('field.no-duty')}</p>}
      {day ? (
        <>
          <p className="soft">
            {fullDay(day.day)} {grids}
          </p>
          {sections.map((kind) => (
            <Section
              key={kind}
              kind={kind}
              tasks={day.tasks.filter((x) => x.kind === kind)}
              today={day.day}
              done={done}
            />
          ))}
          {!day.tasks.length && (
            <Empty>
              <p>{t('field.nothing-due')}</p>
            </Empty>
          )}
        </>
      ) : (
        <Empty>
          <p>{t(dayWhy === 'expired' ? 'field.list-expired' : 'field.no-list')}</p>
          {!online && <p>{t('field.need-line')}</p>}
        </Empty>
      )}
      <div className="field-acts">
        <Link className="button main" to="/field/diary">
          {t('field.diary')}
        </Link>
        <button type="button" onClick={refresh} aria-disabled={fetching || !online}>
          {t(fetching ? 'field.fetching' : 'field.refresh')}
        </button>
      </div>
      {day && (
        <p className="soft small">
          {t('field.list-until', { at: timeOfDay(day.expiresAt), day: fullDay(day.expiresAt) })}
        </p>
      )}
    </Frame>
  )
}

function Section({
  kind,
  tasks,
  today,
  done,
}: {
  kind: string
  tasks: Task[]
  today: string
  done: ReadonlySet<string>
}) {
  if (!tasks.length) return null
  const isDone = (x: Task) => done.has(`${x.kind} ${x.subject}`)
  const open = tasks.filter((x) => !isDone(x))
  return (
    <Part title={t('field.section', { what: t(`field.kind.${kind}`), open: open.length, all: tasks.length })}>
      <ul className="rows">
        {[...open, ...tasks.filter(isDone)].map((x) => (
          <li key={`${x.kind} ${x.subject}`}>
            <Link to={addressOf(x)} className={isDone(x) ? 'row-link field-task done' : 'row-link field-task'}>
              <strong>{x.title}</strong>
              <span className="due">{isDone(x) ? t('field.done') : dueWords(x.due, today)}</span>
              <span className="soft">{[x.why, x.where].filter(Boolean).join(t('field.between'))}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  )
}

const idOf = (subject: string) => subject.slice(subject.indexOf(':') + 1)
const addressOf = ({ kind, subject }: Task): `/field/${string}` =>
  kind === 'patrol'
    ? `/field/patrols/${idOf(subject)}`
    : kind === 'task'
      ? `/field/tasks/${idOf(subject)}`
      : `/field/persons/${idOf(subject)}`

export function dueWords(due: string, today: string): string {
  const days = daysBetween(today, due)
  return days < 0
    ? t('field.overdue', { days: -days })
    : days === 0
      ? t('field.due-today')
      : t('field.due-in', { days })
}
