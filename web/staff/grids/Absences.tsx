import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { change, read } from '../../api/client.ts'
import type { Answers } from '../../ui/form/schema.ts'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { Shell } from '../Shell.tsx'
import { AbsenceChange } from './AbsenceChange.tsx'
import { ActForm, among } from './ActForm.tsx'
import { useHead, useToday, useWorkers } from './data.ts'

/** Who is away and who stands in. Nobody standing in comes first. */
export function Absences() {
  const head = useHead()
  return (
    <Shell title={t('absences.title')}>
      <AbsenceList />
      {head && <Change />}
      {head && <Enter />}
    </Shell>
  )
}

function Change() {
  const rows = useAbsences().data ?? []
  return <AbsenceChange rows={rows} people={peopleOf(useWorkers().data ?? [])} />
}
const peopleOf = (workers: { account: string; name: string }[]) => [
  ...new Map(workers.map((w) => [w.account, { id: w.account, name: w.name }])).values(),
]

export const useAbsences = (wanted = true) =>
  useQuery({
    queryKey: ['absences'],
    queryFn: ({ signal }) => read('/api/absences', {}, signal),
    enabled: wanted,
  })

function AbsenceList() {
  const { data, error, refetch } = useAbsences()
  if (error) return <Trouble error={error} retry={refetch} />
  if (!data) return <Loading />
  if (!data.length)
    return (
      <Empty>
        <p>{t('absences.none')}</p>
      </Empty>
    )
  const alerts = data.filter((a) => a.alert)
  return (
    <>
      {alerts.length > 0 && (
        <Part title={t('absences.alert', { n: alerts.length })}>
          <ul className="rows">
            {alerts.map((a) => (
              <li key={a.id} className="panel">
                <strong>
                  {t('absences.alert.line', { name: a.name, grid: a.grid, from: day(a.from), to: day(a.to) })}
                </strong>
                <p>{t(a.now ? 'absences.alert.now' : 'absences.alert.soon')}</p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('absences.list')}>
        <TableScroll label={t('grids.table', { of: t('absences.list') })}>
          <table className="table">
            <thead>
              <tr>
                {['who', 'when', 'reason', 'substitute', 'hand-over'].map((c) => (
                  <th key={c} scope="col">
                    {t(`absences.${c}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.map((a) => (
                <tr key={a.id}>
                  <th scope="row">
                    {a.name}
                    <br />
                    <span className="soft">{a.grid}</span>
                  </th>
                  <td>{t('absences.span', { from: day(a.from), to: day(a.to) })}</td>
                  <td>{a.reason}</td>
                  <td>{a.substitute ?? <strong>{t('absences.nobody')}</strong>}</td>
                  <td>
                    {a.handOver.length ? (
                      <ul>
                        {a.handOver.map((line) => (
                          <li key={line}>{line}</li>
                        ))}
                      </ul>
                    ) : (
                      t('absences.hand-over.none')
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </Part>
    </>
  )
}

/** Whoever goes says who stands in; what is open that day is offered to be handed over. */
function Enter() {
  const today = useToday()
  const workers = useWorkers().data ?? []
  const [typed, setTyped] = useState<Answers>({})
  const [handed, setHanded] = useState<string[]>([])
  const account = typeof typed.account === 'string' ? typed.account : ''
  const offers = useQuery({
    queryKey: ['hand-over', account],
    queryFn: ({ signal }) => read('/api/absences/hand-over', { query: { account } }, signal),
    enabled: Boolean(account),
  })
  const people = peopleOf(workers)
  return (
    <ActForm
      title={t('absences.enter')}
      label={t('absences.enter.do')}
      initial={{ from: today, to: today }}
      onType={setTyped}
      asks={[
        { name: 'account', q: among(t('absences.who'), people) },
        {
          name: 'substitute',
          q: among(
            t('absences.substitute'),
            people.filter((p) => p.id !== account),
            t('absences.substitute.hint'),
          ),
          required: false,
        },
        { name: 'from', q: { type: 'string', format: 'date', title: t('absences.from') } },
        { name: 'to', q: { type: 'string', format: 'date', title: t('absences.to') } },
        { name: 'reason', q: { type: 'string', title: t('absences.reason') } },
        {
          name: 'more',
          q: { type: 'string', title: t('absences.more'), description: t('absences.more.hint'), maxLength: 2000 },
          required: false,
        },
      ]}
      send={({ more, ...given }, key) =>
        change('POST', '/api/absences', {
          key,
          body: {
            ...(given as { account: string; from: string; to: string; reason: string; substitute?: string }),
            handOver: [
              ...handed,
              ...String(more ?? '')
                .split('\n')
                .map((l) => l.trim())
                .filter(Boolean),
            ],
          },
        })
      }
      done={(a) => t(a.alert ? 'absences.done.alert' : 'absences.done')}
      after={() => setHanded([])}
    >
      {account && offers.data && (
        <fieldset className="field">
          <legend>{t('absences.hand-over')}</legend>
          {offers.data.length ? (
            <div className="choices">
              {offers.data.map((line) => (
                <label key={line} className="choice">
                  <input
                    type="checkbox"
                    checked={handed.includes(line)}
                    onChange={(e) => setHanded(e.target.checked ? [...handed, line] : handed.filter((l) => l !== line))}
                  />
                  <span>{line}</span>
                </label>
              ))}
            </div>
          ) : (
            <p className="hint">{t('absences.offers.none')}</p>
          )}
        </fieldset>
      )}
    </ActForm>
  )
}
