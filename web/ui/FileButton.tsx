import { useEffect, useRef, useState } from 'react'
import { Refused, Unreachable } from '../api/client.ts'
import { sendForm } from './send.ts'
import { t } from './t.ts'

export type SentFile = { id: string; name: string; mime: string; bytes: number }
const most = 10 * 1024 * 1024
const kinds = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']

/** Photo or file: sent at once, with progress, and can be cancelled. What was sent is listed and can be taken back. */
export function FileButton({
  id,
  label,
  files,
  onChange,
}: {
  id: string
  label: string
  files: SentFile[]
  onChange: (files: SentFile[]) => void
}) {
  const [sending, setSending] = useState<{ name: string; percent: number } | null>(null)
  const [problem, setProblem] = useState('')
  const request = useRef<XMLHttpRequest | null>(null)
  const button = useRef<HTMLInputElement>(null)
  useEffect(() => () => request.current?.abort(), [])

  const choose = async (file: File | undefined) => {
    if (!file) return
    const wrong = unfit(file)
    setProblem(wrong ?? '')
    if (wrong) return
    setSending({ name: file.name, percent: 0 })
    try {
      const form = new FormData()
      form.append('file', file)
      const progress = (percent: number) => setSending({ name: file.name, percent })
      const sent = await sendForm<SentFile>('/api/files', form, progress, request)
      if (sent) onChange([...files, sent])
    } catch (error) {
      setProblem(
        error instanceof Refused || error instanceof Unreachable
          ? error.message
          : t('file.failed', { name: file.name }),
      )
    } finally {
      setSending(null)
    }
  }

  return (
    <div className="files">
      {files.length > 0 && (
        <ul className="file-list">
          {files.map((f) => (
            <li key={f.id}>
              <a href={`/api/files/${f.id}`} target="_blank" rel="noreferrer">
                {f.name}
              </a>
              <button
                type="button"
                className="quiet"
                onClick={() => {
                  onChange(files.filter((x) => x.id !== f.id))
                  button.current?.focus()
                }}
              >
                {t('file.remove', { name: f.name })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem && (
        <p className="field-error" id={`${id}-error`}>
          <span className="visually-hidden">{t('errors.here')}</span>
          {problem}
        </p>
      )}
      <label className="button plain file-label">
        <input
          ref={button}
          id={id}
          type="file"
          className="visually-hidden"
          accept={kinds.join(',')}
          disabled={sending !== null}
          aria-describedby={`${id}-kinds${problem ? ` ${id}-error` : ''}`}
          onChange={(e) => {
            choose(e.target.files?.[0])
            e.target.value = ''
          }}
        />
        {t(files.length ? 'file.again' : 'file.choose')}
        <span className="visually-hidden">{label}</span>
      </label>
      <p className="hint" id={`${id}-kinds`}>
        {t('file.kinds')}
      </p>
      <div role="status">
        {sending && (
          <p>
            {t('file.sending', sending)} <progress max={100} value={sending.percent} aria-label={sending.name} />
          </p>
        )}
      </div>
      {sending && (
        <button type="button" className="plain" onClick={() => request.current?.abort()}>
          {t('file.cancel')}
        </button>
      )}
    </div>
  )
}

const unfit = (file: File) =>
  file.size === 0
    ? t('file.empty', { name: file.name })
    : file.size > most
      ? t('file.too-big', { name: file.name })
      : file.type && !kinds.includes(file.type)
        ? t('file.wrong-kind', { name: file.name })
        : null
