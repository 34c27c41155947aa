import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Problem } from '../api/client.ts'
import { FieldError, fieldId } from '../ui/ErrorSummary.tsx'
import { t } from '../ui/t.ts'
import { useGo } from './link.ts'
import type { Draft } from './outbox/types.ts'
import { choosePosition, save, serverNow } from './phone.ts'
import { atWork, small, whereNow } from './photo.ts'
import { usePhone } from './usePhone.ts'

export type Bytes = Uint8Array<ArrayBuffer>

/** What every form of the phone does when it is saved: position where it may, everything onto the disk, and only then "saved". */
export function useTaking() {
  const { day, position } = usePhone()
  const navigate = useGo()
  const [problems, setProblems] = useState<Problem[]>([])
  const [saving, setSaving] = useState(false)
  const take = async (
    draft: Omit<Draft, 'occurredAt' | 'skewMs'>,
    photos: Bytes[],
    { wrong = [], place = true }: { wrong?: Problem[]; place?: boolean } = {},
  ) => {
    setProblems(wrong)
    if (wrong.length || saving) return
    setSaving(true)
    try {
      const may = place && position === 'yes' && day && atWork(day.workHours, serverNow())
      const at = may ? await whereNow() : null
      await save({ ...draft, ...(at && { position: at }) }, photos)
      said = t('field.saved', { title: draft.title })
      await navigate({ to: '/field', replace: true })
    } catch (error) {
      const full = error instanceof Error && error.name === 'QuotaExceededError'
      setProblems([{ field: '', message: t(full ? 'field.full' : 'field.not-saved') }])
    } finally {
      setSaving(false)
    }
  }
  return { problems, saving, take }
}
/** "Saved" is said on the page one comes back to, once. */
let said = ''
export const justSaved = () => {
  const words = said
  said = ''
  return words
}

export function SaveButton({ saving }: { saving: boolean }) {
  return (
    <div className="field-save">
      <button type="submit" className="main" aria-disabled={saving}>
        {t(saving ? 'field.saving' : 'field.save')}
      </button>
    </div>
  )
}

type Words = { name: string; label: string; value: string; onChange: (v: string) => void; problems?: Problem[] }
export function TextArea({ name, label, value, onChange, problems = [], hint }: Words & { hint?: string }) {
  const failed = problems.some((p) => p.field === name)
  const id = fieldId(name)
  return (
    <div className={failed ? 'field failed' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError field={name} problems={problems} />
      <textarea
        id={id}
        rows={5}
        maxLength={2000}
        value={value}
        aria-invalid={failed || undefined}
        aria-describedby={[hint && `${id}-hint`, failed && `${id}-error`].filter(Boolean).join(' ') || undefined}
        onChange={(e) => onChange(e.target.value)}
      />
    </div>
  )
}
export function TextInput({
  name,
  label,
  value,
  onChange,
  problems = [],
  hint,
  ...more
}: Words & { hint?: ReactNode; type?: string; inputMode?: 'numeric' | 'tel' | 'text' }) {
  const failed = problems.some((p) => p.field === name)
  const id = fieldId(name)
  return (
    <div className={failed ? 'field failed' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError field={name} problems={problems} />
      <input
        {...more}
        id={id}
        value={value}
        maxLength={200}
        autoComplete="off"
        aria-invalid={failed || undefined}
        aria-describedby={[hint && `${id}-hint`, failed && `${id}-error`].filter(Boolean).join(' ') || undefined}
        onChange={(e) => onChange(e.target.value)}
      />
    </div>
  )
}

/** Photos, taken now or chosen; kept small and without where they were taken. */
export function Photos({ photos, onChange }: { photos: Bytes[]; onChange: (photos: Bytes[]) => void }) {
  const { day } = usePhone()
  const id = useId()
  const [problem, setProblem] = useState('')
  const most = day?.photosPerEntry ?? 6
  const add = async (file: File | undefined) => {
    if (!file) return
    try {
      onChange([...photos, await small(file)])
      setProblem('')
    } catch {
      setProblem(t('field.no-picture'))
    }
  }
  return (
    <div className="field">
      {photos.length > 0 && (
        <ul className="field-photos">
          {photos.map((bytes, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: photos have no other name than their place
            <li key={i}>
              <Thumb bytes={bytes} n={i + 1} />
              <button type="button" className="quiet" onClick={() => onChange(photos.filter((_, k) => k !== i))}>
                {t('field.photo-remove', { n: i + 1 })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem && <p className="field-error">{problem}</p>}
      {photos.length < most && (
        <label className="button plain file-label" htmlFor={id}>
          <input
            id={id}
            type="file"
            className="visually-hidden"
            accept="image/*"
            capture="environment"
            onChange={(e) => {
              void add(e.target.files?.[0])
              e.target.value = ''
            }}
          />
          {t(photos.length ? 'field.photo-again' : 'field.photo')}
        </label>
      )}
    </div>
  )
}
function Thumb({ bytes, n }: { bytes: Bytes; n: number }) {
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
    if (image.current) image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [bytes])
  return <img ref={image} alt={t('field.photo-n', { n })} />
}

/** Asked once, with the reason; outside working hours there is nothing to ask. */
export function AskPosition() {
  const { day, position } = usePhone()
  if (!day || !atWork(day.workHours, serverNow())) return null
  if (position)
    return (
      <p className="soft small field-position">
        {t(position === 'yes' ? 'field.position-on' : 'field.position-off')}
        <button type="button" className="quiet" onClick={() => choosePosition(position === 'yes' ? 'no' : 'yes')}>
          {t(position === 'yes' ? 'field.position-stop' : 'field.position-start')}
        </button>
      </p>
    )
  return (
    <div className="panel">
      <p>{t('field.position-why', day.workHours)}</p>
      <div className="actions">
        <button type="button" onClick={() => choosePosition('yes')}>
          {t('field.position-yes')}
        </button>
        <button type="button" onClick={() => choosePosition('no')}>
          {t('field.position-no')}
        </button>
      </div>
    </div>
  )
}
