import { useQuery } from '@tanstack/react-query'
import { change, read } from '../../api/client.ts'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { Shell } from '../Shell.tsx'
import { ActForm, among } from './ActForm.tsx'
import { useCommunities, useHead, useToday, useWorkers } from './data.ts'

/** What meetings decided: each task has a name and a day, and tells whether it was done (2.9). */
export function Meetings() {
  const head = useHead()
  const { data, error, refetch } = useQuery({
    queryKey: ['meetings'],
    queryFn: ({ signal }) => read('/api/meetings', {}, signal),
  })
  return (
    <Shell title={t('meetings.title')}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : !data.length ? (
        <Empty>
          <p>{t(head ? 'meetings.none.head' : 'meetings.none')}</p>
        </Empty>
      ) : (
        <>
          {data.map((m) => (
            <Part key={m.id} title={t('meetings.name', { day: day(m.heldOn), title: m.title })}>
              <p className="soft">
                {t('meetings.where', { place: m.place, present: m.present.join(t('home.comma')) })}
              </p>
              <p className="pre">{m.minutes}</p>
              {m.tasks.length > 0 && (
                <TableScroll label={t('meetings.tasks.of', { title: m.title })}>
                  <table className="table">
                    <thead>
                      <tr>
                        {['task', 'who', 'due', 'done'].map((c) => (
                          <th key={c} scope="col">
                            {t(`meetings.${c}`)}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {m.tasks.map((x) => (
                        <tr key={`${x.title} ${x.name}`}>
                          <th scope="row">{x.title}</th>
                          <td>{x.name}</td>
                          <td>{day(x.dueOn)}</td>
                          <td>{x.doneAt ? [day(x.doneAt), x.note].filter(Boolean).join(' ') : t('meetings.open')}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </TableScroll>
              )}
            </Part>
          ))}
          <div className="actions no-print">
            <button type="button" onClick={() => print()}>
              {t('ledgers.print')}
            </button>
          </div>
        </>
      )}
      {head && <Enter />}
    </Shell>
  )
}

function Enter() {
  const today = useToday()
  const communities = useCommunities().data ?? []
  const workers = useWorkers().data ?? []
  const people = [...new Map(workers.map((w) => [w.account, { id: w.account, name: w.name }])).values()]
  const place = communities[0]?.id
  // Not before it is known where: nothing typed may be lost to its arrival.
  if (!place) return <Loading />
  return (
    <div className="no-print">
      <ActForm
        title={t('meetings.enter')}
        label={t('meetings.enter.do')}
        initial={{ heldOn: today, place, tasks: [{}] }}
        asks={[
          { name: 'title', q: { type: 'string', title: t('meetings.subject') } },
          { name: 'heldOn', q: { type: 'string', format: 'date', title: t('meetings.held') } },
          {
            name: 'present',
            q: { type: 'string', title: t('meetings.present'), description: t('meetings.present.hint') },
          },
          { name: 'minutes', q: { type: 'string', title: t('meetings.minutes'), maxLength: 10_000 } },
          {
            name: 'tasks',
            required: false,
            q: {
              type: 'array',
              title: t('meetings.tasks'),
              description: t('meetings.tasks.hint'),
              maxItems: 50,
              items: {
                type: 'object',
                required: ['title', 'account', 'dueOn'],
                properties: {
                  title: { type: 'string', title: t('meetings.task') },
                  account: among(t('meetings.who'), people),
                  dueOn: { type: 'string', format: 'date', title: t('meetings.due') },
                },
              },
            },
          },
        ]}
        send={({ present, tasks, ...given }, key) =>
          change('POST', '/api/meetings', {
            key,
            body: {
              ...(given as { place: string; heldOn: string; title: string; minutes: string }),
              present: String(present ?? '')
                .split(/[\u3001,\uff0c\s]+/)
                .filter(Boolean),
              // A line nobody began is no task.
              tasks: ((tasks ?? []) as { title: string; account: string; dueOn: string }[]).filter(
                (x) => Object.keys(x).length,
              ),
            },
          })
        }
        done={(m) => t('meetings.kept', { n: m.tasks })}
      />
    </div>
  )
}
