import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { change, problemsOf, read, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorSummary, FieldError, fieldId } from '../../ui/ErrorSummary.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import type { Search } from './data.ts'

/** A search as the part of an address behind the question mark, names in order, so that two alike are told to be one. */
export const queryOf = (search: Search): string =>
  new URLSearchParams(
    Object.entries(search)
      .filter((e): e is [string, string] => Boolean(e[1]))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ).toString()

/** Filters under a name above a list: one's own, and what colleagues shared; the address is what is kept. */
export function Views({ register, search }: { register: string; search: Search }) {
  const page = `registers/${register}`
  const now = queryOf(search)
  const [open, setOpen] = useState(false)
  const views = useQuery({
    queryKey: ['views', page],
    queryFn: ({ signal }) => read('/api/views', { query: { page } }, signal),
  })
  const drop = useAct((id: string, key: string) => change('DELETE', '/api/views/{id}', { key, path: { id } }))
  const all = views.data ?? []
  const current = all.find((v) => v.query === now)
  if (!all.length && !now) return null
  return (
    <div className="saved-views no-print">
      {all.length > 0 && (
        <nav className="views" aria-label={t('register.views')}>
          <Link to="/desk/registers/$id" params={{ id: register }} aria-current={now ? undefined : 'page'}>
            {t('register.all')}
          </Link>
          {all.map((v) => (
            <Link
              key={v.id}
              to="/desk/registers/$id"
              params={{ id: register }}
              search={Object.fromEntries(new URLSearchParams(v.query))}
              aria-current={v === current ? 'page' : undefined}
            >
              {v.own ? v.name : t('register.view.theirs', { name: v.name, by: v.by })}
            </Link>
          ))}
        </nav>
      )}
      <div className="actions">
        {now && !current && !open && (
          <button type="button" className="quiet" onClick={() => setOpen(true)}>
            {t('register.view.save')}
          </button>
        )}
        {current?.own && (
          <ActionButton kind="quiet" busy={drop.isPending} onClick={() => drop.mutate(current.id)}>
            {t('register.view.drop', { name: current.name })}
          </ActionButton>
        )}
      </div>
      {drop.error && <p role="alert">{drop.error.message}</p>}
      {open && now && <Save page={page} query={now} close={() => setOpen(false)} />}
    </div>
  )
}

function Save({ page, query, close }: { page: string; query: string; close: () => void }) {
  const scope = useId().replace(/\W/g, '')
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const save = useAct(
    (body: { page: string; name: string; query: string; shared: boolean }, key: string) =>
      change('POST', '/api/views', { key, body }),
    close,
  )
  const problems = problemsOf(save.error).map((p) => ({ ...p, field: p.field && `${scope}.${p.field}` }))
  const field = `${scope}.name`
  return (
    <form
      className="panel"
      aria-label={t('register.view.save')}
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        if (!save.isPending) save.mutate({ page, name: name.trim(), query, shared })
      }}
    >
      <ErrorSummary problems={problems} />
      <div className="field">
        <label htmlFor={fieldId(field)}>{t('register.view.name')}</label>
        <FieldError field={field} problems={problems} />
        <input
          id={fieldId(field)}
          className="short"
          value={name}
          maxLength={40}
          autoComplete="off"
          onChange={(e) => setName(e.target.value)}
        />
      </div>
      <label className="choice">
        <input type="checkbox" checked={shared} onChange={(e) => setShared(e.target.checked)} />
        <span>{t('register.view.share')}</span>
      </label>
      <div className="actions">
        <ActionButton kind="main" type="submit" busy={save.isPending}>
          {t('register.view.keep')}
        </ActionButton>
        <button type="button" className="quiet" onClick={close}>
          {t('acts.cancel')}
        </button>
      </div>
    </form>
  )
}
