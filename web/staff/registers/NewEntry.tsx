import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { change } from '../../api/client.ts'
import { Loading, NoPermission, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Link, useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { type Definition, definitionQuery, tell, useToday } from './data.ts'
import { dayAsk, EntryForm, wordsAsk } from './EntryForm.tsx'
import { dataOf } from './values.ts'

/** Something new that stays, as it is from a day on. */
export function NewEntry() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: def, error, refetch } = useQuery(definitionQuery(id))
  const today = useToday()
  if (def && today && def.enter === null) return <Form def={def} today={today} />
  return (
    <Shell title={t('register.new')} back={<Link to="/desk/registers">{t('register.title')}</Link>}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : def?.enter ? (
        <NoPermission>
          <p>{def.enter}</p>
        </NoPermission>
      ) : (
        <Loading />
      )}
    </Shell>
  )
}

function Form({ def, today }: { def: Definition; today: string }) {
  const go = useGo()
  return (
    <EntryForm
      def={def}
      title={t('register.new.title', { name: def.name })}
      back={
        <Link to="/desk/registers/$id" params={{ id: def.id }}>
          {def.name}
        </Link>
      }
      about={def.about}
      initial={{ before: {}, data: {}, act: { from: today }, removed: [] }}
      asks={[
        { name: 'from', q: dayAsk(t('register.from'), t('register.from.new')), required: true },
        { name: 'reason', q: wordsAsk(t('register.note')), required: false },
      ]}
      label={t('register.enter')}
      send={({ data, act }, key) =>
        change('POST', '/api/registers/{register}/entries', {
          key,
          path: { register: def.id },
          body: { ...act, data: dataOf(def.form, data) } as never,
        })
      }
      done={(entry) => {
        tell(t('register.told.entered'))
        go({ to: '/desk/registers/$id/$entry', params: { id: def.id, entry } })
      }}
    />
  )
}
