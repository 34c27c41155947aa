import { useQuery } from '@tanstack/react-query'
import { change, read, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { moment } from '../../ui/format.ts'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'

/** What came in for me and my units, newest first, each with why. */
export function Messages() {
  const { data, error, refetch } = useQuery({
    queryKey: ['messages'],
    queryFn: ({ signal }) => read('/api/messages', {}, signal),
  })
  const mark = useAct((upTo: string, key: string) => change('POST', '/api/messages/read', { key, body: { upTo } }))
  const newest = data?.rows[0]?.at
  return (
    <Shell title={t('messages.title')}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : data.rows.length === 0 ? (
        <Empty>
          <p>{t('messages.none')}</p>
        </Empty>
      ) : (
        <>
          {data.unread > 0 && newest && (
            <ActionButton busy={mark.isPending} onClick={() => mark.mutate(newest)}>
              {t('messages.read', { n: data.unread })}
            </ActionButton>
          )}
          <ul className="rows">
            {data.rows.map((m) => (
              <li key={m.id}>
                <Link className="row-link" to="/desk/matters/$number" params={{ number: m.number }}>
                  <strong>{m.readAt ? m.text : t('messages.unread', { text: m.text })}</strong>
                  <span className="soft">
                    {moment(m.at)} · {m.why}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Shell>
  )
}
