import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { type Problem, problemsOf, queries } from '../../api/client.ts'
import { FieldError, fieldId } from '../../ui/ErrorSummary.tsx'
import { Part } from '../../ui/Page.tsx'
import { type Sending, sendForm } from '../../ui/send.ts'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useGo } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { importsQuery, type KindOf } from './data.ts'
import { Steps } from './Steps.tsx'
import './imports.css'

const most = 128 * 1024 * 1024

/** The first two steps: a template of the right kind, and the file that was made of it. */
export function NewImport() {
  const { kind } = useSearch({ strict: false }) as { kind?: string }
  const { data, error, refetch } = useQuery(importsQuery)
  const [problems, setProblems] = useState<Problem[]>([])
  const go = useGo()
  const chosen = data?.kinds.find((k) => k.kind === kind) ?? data?.kinds[0]
  return (
    <Shell title={t('imports.new')} problems={problems}>
      <Steps now={kind ? 'upload' : 'template'} />
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data || !chosen ? (
        <Loading />
      ) : (
        <>
          <Part title={t('imports.kind')}>
            <fieldset id={fieldId('kind')} className="choices choices-row">
              <legend className="visually-hidden">{t('imports.kind')}</legend>
              {data.kinds.map((k) => (
                <label key={k.kind} className="choice">
                  <input
                    type="radio"
                    name="kind"
                    checked={k === chosen}
                    onChange={() => go({ to: '/desk/imports/new', search: { kind: k.kind } })}
                  />
                  {k.title}
                </label>
              ))}
            </fieldset>
          </Part>
          <Template of={chosen} />
          <Upload key={chosen.kind} kind={chosen} problems={problems} onProblems={setProblems} />
        </>
      )}
    </Shell>
  )
}

/** A register's comes from the register. */
const templateOf = (kind: string) =>
  kind.startsWith('register:') ? `/api/registers/${kind.slice(9)}/template` : `/api/imports/templates/${kind}`

const Template = ({ of }: { of: KindOf }) => (
  <Part title={t('imports.step.template')}>
    <p>{t('imports.template.about')}</p>
    <p>
      <a className="button plain" href={templateOf(of.kind)} download>
        {t('imports.template.get', { kind: of.title })}
      </a>
    </p>
    <details className="why-not">
      <summary>{t('imports.template.columns', { n: of.columns.length })}</summary>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('imports.column')}</th>
              <th scope="col">{t('imports.needed')}</th>
              <th scope="col">{t('imports.hint')}</th>
            </tr>
          </thead>
          <tbody>
            {of.columns.map((c) => (
              <tr key={c.field}>
                <th scope="row">{c.title}</th>
                <td>{t(c.required ? 'imports.must' : 'imports.may')}</td>
                <td>{c.hint}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  </Part>
)

function Upload({
  kind,
  problems,
  onProblems,
}: {
  kind: KindOf
  problems: Problem[]
  onProblems: (p: Problem[]) => void
}) {
  const go = useGo()
  const [sending, setSending] = useState<{ name: string; percent: number } | null>(null)
  const [over, setOver] = useState(false)
  const request: Sending = useRef<XMLHttpRequest | null>(null)
  useEffect(() => () => request.current?.abort(), [])

  const send = async (file: File | undefined) => {
    if (!file || sending) return
    const wrong = file.size === 0 ? 'imports.empty-file' : file.size > most ? 'imports.too-big' : null
    onProblems(wrong ? [{ field: 'file', message: t(wrong, { name: file.name }) }] : [])
    if (wrong) return
    const form = new FormData()
    form.append('kind', kind.kind)
    form.append('file', file)
    setSending({ name: file.name, percent: 0 })
    try {
      const progress = (percent: number) => setSending({ name: file.name, percent })
      const sent = await sendForm<{ id: string }>('/api/imports', form, progress, request, { patience: 600_000 })
      if (!sent) return
      await queries.invalidateQueries({ queryKey: ['imports'] })
      go({ to: '/desk/imports/$id', params: { id: sent.id } })
    } catch (error) {
      onProblems(problemsOf(error))
    } finally {
      setSending(null)
    }
  }

  const id = fieldId('file')
  return (
    <Part title={t('imports.step.upload')}>
      <p id={`${id}-hint`}>{t('imports.upload.about')}</p>
      <FieldError field="file" problems={problems} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a second way; the button inside is the first */}
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(e) => {
          e.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(e) => {
          e.preventDefault()
          setOver(false)
          send(e.dataTransfer.files[0])
        }}
      >
        <label className="button main file-label">
          <input
            id={id}
            type="file"
            className="visually-hidden"
            accept=".xlsx,.csv,.txt"
            disabled={sending !== null}
            aria-describedby={`${id}-hint`}
            onChange={(e) => {
              send(e.target.files?.[0])
              e.target.value = ''
            }}
          />
          {t('imports.upload.choose', { kind: kind.title })}
        </label>
        <span className="soft">{t('imports.upload.drop')}</span>
      </div>
      <div role="status">
        {sending && (
          <p>
            {sending.percent < 100 ? t('file.sending', sending) : t('imports.upload.reading', sending)}{' '}
            <progress max={100} value={sending.percent < 100 ? sending.percent : undefined} aria-label={sending.name} />
          </p>
        )}
      </div>
      {sending && (
        <button type="button" className="plain" onClick={() => request.current?.abort()}>
          {t('file.cancel')}
        </button>
      )}
    </Part>
  )
}
