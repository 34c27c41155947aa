import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { change, read, useAct } from '../../api/client.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { moment } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Back, Shell } from '../Shell.tsx'

/** What I was told, newest first, each with why; and how else I want to be told. */
export function Messages() {
  const { data, error, refetch } = useQuery({
    queryKey: ['messages'],
    queryFn: ({ signal }) => read('/api/messages', {}, signal),
  })
  const mark = useAct((upTo: string, key: string) => change('POST', '/api/messages/read', { key, body: { upTo } }))
  const newest = data?.rows[0]?.at
  return (
    <Shell title={t('messages.title')} back={<Back to="/matters" />}>
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
                <Link className="row-link" to="/matters/$number" params={{ number: m.number }}>
                  <strong>{m.readAt ? m.text : t('messages.unread', { text: m.text })}</strong>
                  <span className="soft">
                    {moment(m.at)} · {t('messages.why', { why: m.why })}
                    {m.legal && ` · ${t('messages.legal')}`}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <Preferences />
    </Shell>
  )
}

function Preferences() {
  const { data } = useQuery({
    queryKey: ['preferences'],
    queryFn: ({ signal }) => read('/api/messages/preferences', {}, signal),
  })
  const set = useAct((body: { sms: boolean; wechat: boolean }, key: string) =>
    change('PUT', '/api/messages/preferences', { key, body }),
  )
  if (!data) return null
  return (
    <Part title={t('messages.how')}>
      <p>{t('messages.how.legal')}</p>
      {set.error && <Trouble error={set.error} />}
      {(['sms', 'wechat'] as const).map((channel) => (
        <p key={channel}>
          <label className="check">
            <input
              type="checkbox"
              checked={data[channel]}
              disabled={set.isPending}
              onChange={(e) => set.mutate({ ...data, [channel]: e.target.checked })}
            />{' '}
            {t(`messages.how.${channel}`)}
          </label>
        </p>
      ))}
    </Part>
  )
}
