import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { change } from '../../api/client.ts'
import { day } from '../../ui/format.ts'
import { Loading, NoPermission, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Link, useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { type Definition, definitionQuery, type EntryFile, entryQuery, tell, useToday } from './data.ts'
import { dayAsk, EntryForm, wordsAsk } from './EntryForm.tsx'
import { givenOf, patchOf } from './values.ts'

/** From a day on something is otherwise; or, with a version in the address, what was written was wrong and is mended. */
export function ChangeEntry() {
  const { id, entry } = useParams({ strict: false }) as { id: string; entry: string }
  const { version, on } = useSearch({ strict: false }) as { version?: string; on?: string }
  const def = useQuery(definitionQuery(id))
  const file = useQuery(entryQuery(id, entry, { on }))
  const today = useToday()
  const back = (
    <Link to="/desk/registers/$id/$entry" params={{ id, entry }}>
      {file.data?.title ?? t('register.title')}
    </Link>
  )
  const why = file.data && (version ? file.data.abilities.correct : file.data.abilities.change)
  const trouble = def.error ?? file.error
  if (def.data && file.data?.version && today && !why)
    return <Form key={`${entry} ${version}`} {...{ def: def.data, file: file.data, today, version, back }} />
  return (
    <Shell title={t(version ? 'register.correct' : 'register.change')} back={back}>
      {trouble ? (
        <Trouble error={trouble} retry={() => (def.error ? def.refetch() : file.refetch())} />
      ) : file.data && (why || !file.data.version) ? (
        <NoPermission>
          <p>{why ?? t('register.not-then')}</p>
        </NoPermission>
      ) : (
        <Loading />
      )}
    </Shell>
  )
}

type FormProps = {
  def: Definition
  file: EntryFile
  today: string
  version: string | undefined
  back: React.ReactNode
}
function Form({ def, file, today, version, back }: FormProps) {
  const go = useGo()
  const before = givenOf(def, file)
  const span = file.version
  const path = { register: def.id, id: file.id }
  return (
    <EntryForm
      def={def}
      file={file}
      mends={Boolean(version)}
      title={t(version ? 'register.correct.title' : 'register.change.title', { title: file.title })}
      back={back}
      about={
        version
          ? t('register.correct.about', {
              span: t(span?.to ? 'register.span' : 'register.span.open', {
                from: day(span?.from ?? today),
                to: span?.to ? day(span.to) : '',
              }),
            })
          : t('register.change.about')
      }
      initial={{
        before,
        data: before,
        removed: [],
        act: version ? { from: span?.from, ...(span?.to && { to: span.to }) } : { from: today },
      }}
      asks={[
        { name: 'from', q: dayAsk(t('register.from')), required: true },
        { name: 'to', q: dayAsk(t('register.to'), t('register.to.hint')), required: false },
        { name: 'reason', q: wordsAsk(t(version ? 'register.reason.correct' : 'register.reason')), required: true },
      ]}
      label={t(version ? 'register.correct.go' : 'register.change.go')}
      send={({ before, data, act, removed }, key) => {
        const patch = patchOf(def, before, data, removed)
        return version
          ? change('POST', '/api/registers/{register}/entries/{id}/corrections', {
              key,
              path,
              body: { ...act, to: act.to ?? null, version, data: patch } as never,
            })
          : change('POST', '/api/registers/{register}/entries/{id}/changes', {
              key,
              path,
              body: { ...act, data: patch } as never,
            })
      }}
      done={() => {
        tell(t(version ? 'register.told.corrected' : 'register.told.changed'))
        go({ to: '/desk/registers/$id/$entry', params: { id: def.id, entry: file.id } })
      }}
    />
  )
}
