import type { MatterPage } from '../api/types.ts'
import { day, lastDay, moment } from '../ui/format.ts'
import { Part } from '../ui/Page.tsx'
import { t } from '../ui/t.ts'

type M = { m: MatterPage }
export const paperHref = (p: { id: string }) => `/api/papers/${p.id}.pdf`

/** What stands between this matter and its end, or how it ended: told before anything is asked. */
export function Notices({ m }: M) {
  const by = (at: string | null) => (at ? t('deadline.by', { date: lastDay(at) }) : '')
  const told: [string, string][] = []
  if (m.correction && m.status === 'correction')
    told.push([t('notice.correction', { due: by(m.correction.dueAt) }), m.correction.items.join(t('home.semicolon'))])
  if (m.tolerance && m.materials.some((x) => x.status === 'promised'))
    told.push([
      t('notice.tolerance', { by: m.tolerance.signedBy, due: by(m.tolerance.dueAt) }),
      m.tolerance.materials.join(t('home.comma')),
    ])
  if (m.refusal)
    told.push([
      m.statusText,
      m.refusal.reason + (m.refusal.rightBody ? t('notice.right-body', { body: m.refusal.rightBody }) : ''),
    ])
  if (m.extension) {
    const { requestedBy: who, amount, reason, decided, decidedBy, note } = m.extension
    told.push([
      t('notice.extension', { by: who, amount }),
      decided === null
        ? t('notice.extension-asked', { reason })
        : t(decided ? 'notice.extension-yes' : 'notice.extension-no', {
            by: decidedBy ?? '',
            note: note ?? '',
            reason,
          }),
    ])
  }
  if (m.decision)
    told.push([
      t('notice.decision', { outcome: t(`outcome.${m.decision.outcome}`) }),
      m.decision.reason + (m.decision.remedy ? t('notice.remedy', { remedy: m.decision.remedy }) : ''),
    ])
  if (m.result)
    told.push([
      t('notice.result'),
      t('page.result', { name: m.result.name, number: m.result.number || t('notice.none') }),
    ])
  if (m.delivery)
    told.push([t('clock.delivery'), t('page.delivered', { by: m.delivery.receivedBy, date: day(m.delivery.at) })])
  if (m.rating) {
    const { level, words, contactedAt, contactNote } = m.rating
    const contact = contactedAt && t('notice.contacted', { date: day(contactedAt), note: contactNote ?? '' })
    told.push([t('notice.rating', { level: t(`rating.${level}`) }), [words, contact].filter(Boolean).join(' ')])
  }
  if (!told.length) return null
  return (
    <dl className="pairs">
      {told.map(([title, text]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Every deadline, and how it came about, step by step, for a person to check. */
export function Clocks({ m }: M) {
  return (
    <Part title={t('page.clocks')}>
      {m.clocks.map((k) => (
        <details key={k.id} className="clock">
          <summary>
            {t(`clock.${k.name}`)}
            {k.taskId && ` ${m.tasks.find((x) => x.id === k.taskId)?.unitName ?? ''}`} ·{' '}
            {k.dueAt ? lastDay(k.dueAt) : t('deadline.none')}
            {k.provisional && ` · ${t('clock.provisional')}`}
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

export function Papers({ m }: M) {
  if (!m.papers.length) return null
  return (
    <Part title={t('page.papers')}>
      <ul>
        {m.papers.map((p) => (
          <li key={p.id}>
            <a href={paperHref(p)} target="_blank" rel="noreferrer">
              {p.title} {p.number}
            </a>{' '}
            <span className="soft small">
              {day(p.issuedAt)} {p.voided && t('page.voided')}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

export const About = ({ m }: M) => (
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
  </Part>
)

export const Materials = ({ m }: M) => (
  <Part title={t('page.materials')}>
    <dl className="pairs">
      {m.materials.map((x) => (
        <div key={x.code}>
          <dt>{x.name}</dt>
          <dd>
            {t(`material.${x.status}`)}
            {x.note && ` · ${x.note}`}
            {x.files.map((f) => (
              <span key={f.id}>
                {' '}
                <a href={`/api/files/${f.id}`}>{f.name}</a>
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  </Part>
)

export const Events = ({ m }: M) => (
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
