import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { useSession } from '../../ui/session.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Keys } from '../Keys.tsx'
import { Link, useGo } from '../link.ts'
import { DataTable } from '../pages/DataTable.tsx'
import { Shell } from '../Shell.tsx'
import { AsKnown, type Moment, Past } from './AsKnown.tsx'
import { DueOn } from './Duties.tsx'
import { type Definition, definitionQuery, type EntryFile, entryQuery, heard, useToday } from './data.ts'
import { EntryActs } from './EntryActs.tsx'
import { Fields } from './Fields.tsx'
import { History, Versions } from './History.tsx'
import { MarkDone } from './MarkDone.tsx'
import '../registry/registry.css'
import './registers.css'

/** One entry: what is so, what may be done, what falls due, what points here, and everything that ever was said of it. */
export function Entry() {
  const { id, entry } = useParams({ strict: false }) as { id: string; entry: string }
  const at = useSearch({ strict: false }) as Moment
  const def = useQuery(definitionQuery(id))
  const file = useQuery(entryQuery(id, entry, at))
  const trouble = def.error ?? file.error
  return (
    <Shell
      title={file.data?.title ?? t('register.title')}
      back={
        <Link to="/desk/registers/$id" params={{ id }}>
          {def.data?.name ?? t('register.title')}
        </Link>
      }
    >
      {trouble ? (
        <Trouble error={trouble} retry={() => (def.error ? def.refetch() : file.refetch())} />
      ) : def.data && file.data ? (
        <File key={entry} def={def.data} file={file.data} at={at} />
      ) : (
        <Loading />
      )}
      <Keys />
    </Shell>
  )
}

function File({ def, file, at }: { def: Definition; file: EntryFile; at: Moment }) {
  const go = useGo()
  const me = useSession().data
  const today = useToday()
  const past = Boolean(at.on || at.known)
  const see = (next: Moment) =>
    go({ to: '/desk/registers/$id/$entry', params: { id: def.id, entry: file.id }, search: { ...next } })
  const [said, say] = useState(heard)
  // A panel asks what we know now: beside what was known once it would contradict it.
  const panels = at.known ? [] : file.panels
  const silent = panels.filter((p) => !p.rows.length)
  const state = file.fields.find((f) => f.field === def.flow?.field)?.text
  return (
    <div className="file">
      <Told words={said} />
      <p className="facts">
        <span>{file.place.name}</span>
        {state && <span className="mark">{state}</span>}
        {file.ended && <span className="mark mark-stale">{t('register.ended')}</span>}
        {file.version && <span className="soft">{t('register.since', { date: day(file.version.from) })}</span>}
        {file.version?.outdated && <span className="soft">{t('register.outdated')}</span>}
      </p>
      <Past {...at} back={() => see({})} />
      <EntryActs def={def} file={file} past={past} say={say} />
      <AsKnown key={`${at.on} ${at.known}`} {...at} onChange={see} />
      <p className="print-only">{t('register.print.by', { name: me?.name ?? '', date: today && day(today) })}</p>
      {file.version ? (
        <Fields file={file} past={past} />
      ) : (
        <Empty>
          <p>{t(past ? 'register.not-then' : 'register.not-now')}</p>
        </Empty>
      )}
      {at.known && file.panels.length > 0 && <p className="soft small">{t('register.panel.now')}</p>}
      {panels
        .filter((p) => p.rows.length)
        .map((p) => (
          <Part key={p.title} title={p.title}>
            <DataTable caption={t('register.table', { title: p.title })} columns={p.columns} rows={p.rows} />
          </Part>
        ))}
      {silent.length > 0 && file.version && (
        <p className="soft small">
          {t('register.panel.none', { what: silent.map((p) => p.title).join(t('home.comma')) })}
        </p>
      )}
      {(file.duties.length > 0 || file.linked.length > 0) && (
        <div className="columns">
          {file.duties.length > 0 && (
            <Part title={t('register.duties')}>
              <ul className="due-list">
                {file.duties.map((d) => (
                  <li key={`${d.duty} ${d.dueOn}`}>
                    <strong>{d.title}</strong>
                    <DueOn due={d} />
                    {!past && (
                      <MarkDone register={file.register} entry={file.id} due={d} may={file.abilities.change === null} />
                    )}
                  </li>
                ))}
              </ul>
            </Part>
          )}
          {file.linked.length > 0 && <Linked file={file} />}
        </div>
      )}
      <Versions file={file} past={past} see={see} />
      <History file={file} />
    </div>
  )
}

function Linked({ file }: { file: EntryFile }) {
  return (
    <Part title={t('register.linked')}>
      {file.linked.map((l) => (
        <div key={`${l.register} ${l.field}`}>
          <h3>{t('register.linked.by', { name: l.name, field: l.fieldTitle })}</h3>
          <ul className="members">
            {l.entries.map((e) => (
              <li key={e.id}>
                <Link to="/desk/registers/$id/$entry" params={{ id: l.register, entry: e.id }}>
                  {e.title}
                </Link>
              </li>
            ))}
            {l.more && (
              <li>
                <Link to="/desk/registers/$id" params={{ id: l.register }} search={{ where: `${l.field}:${file.id}` }}>
                  {t('register.linked.more')}
                </Link>
              </li>
            )}
          </ul>
        </div>
      ))}
    </Part>
  )
}

/** What was just done, said where the focus goes. */
function Told({ words }: { words: string }) {
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (words) box.current?.focus()
  }, [words])
  if (!words) return null
  return (
    <p className="panel no-print" ref={box} tabIndex={-1} role="status">
      <strong>{words}</strong>
    </p>
  )
}
