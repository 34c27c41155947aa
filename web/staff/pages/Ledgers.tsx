import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { change, read, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Link, useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { DataTable } from './DataTable.tsx'
import { Period, usePeriod } from './Period.tsx'

/** The books of the office: one at a time, for a period, on screen, on paper, or as a file. */
export function Ledgers() {
  const { id } = useSearch({ strict: false }) as { id?: string }
  const period = usePeriod()
  const go = useGo()
  const books = useQuery({ queryKey: ['ledgers'], queryFn: ({ signal }) => read('/api/ledgers', {}, signal) })
  const open = id ?? books.data?.[0]?.id
  return (
    <Shell title={t('ledgers.title')} back={<Link to="/desk/registers">{t('register.title')}</Link>}>
      {books.error ? (
        <Trouble error={books.error} retry={books.refetch} />
      ) : !books.data ? (
        <Loading />
      ) : (
        <>
          <nav className="views" aria-label={t('ledgers.books')}>
            {books.data.map((b) => (
              <Link
                key={b.id}
                to="/desk/ledgers"
                search={{ id: b.id, ...period }}
                aria-current={b.id === open ? 'page' : undefined}
              >
                {b.title}
              </Link>
            ))}
          </nav>
          <Period {...period} onChange={(p) => go({ to: '/desk/ledgers', search: { id: open, ...p } })} />
          {open && <Book key={open} id={open} period={period} />}
        </>
      )}
    </Shell>
  )
}

function Book({ id, period }: { id: string; period: { from: string; to: string } }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['ledger', id, period],
    queryFn: ({ signal }) => read('/api/ledgers/{id}', { path: { id }, query: period }, signal),
  })
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  if (!data.rows.length)
    return (
      <Empty>
        <p>{t('ledgers.none')}</p>
      </Empty>
    )
  return (
    <>
      {data.more && <p>{t('ledgers.more')}</p>}
      <DataTable caption={data.title} columns={data.columns} rows={data.rows} />
      <div className="actions">
        <button type="button" className="plain" onClick={() => print()}>
          {t('ledgers.print')}
        </button>
      </div>
      <Export id={id} period={period} />
    </>
  )
}

/** What leaves the system says for what; the server keeps it. */
function Export({ id, period }: { id: string; period: { from: string; to: string } }) {
  const field = useId()
  const [purpose, setPurpose] = useState('')
  const get = useAct(async (said: string, key: string) => {
    const file = await change('POST', '/api/ledgers/{id}/export', {
      path: { id },
      key,
      body: { ...period, purpose: said },
    })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([file.csv], { type: 'text/csv;charset=utf-8' }))
    link.download = file.name
    link.click()
    URL.revokeObjectURL(link.href)
    return file
  })
  return (
    <form
      className="filters"
      onSubmit={(e) => {
        e.preventDefault()
        if (purpose.trim()) get.mutate(purpose.trim())
      }}
    >
      <label htmlFor={field}>{t('ledgers.purpose')}</label>
      <input id={field} value={purpose} maxLength={200} onChange={(e) => setPurpose(e.target.value)} />
      <ActionButton busy={get.isPending} type="submit">
        {t('ledgers.export')}
      </ActionButton>
      {get.error && <Trouble error={get.error} />}
    </form>
  )
}
