import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FieldError, fieldId } from '../../ui/ErrorSummary.tsx'
import { Empty } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Frame } from '../Frame.tsx'
import { AskPosition, type Bytes, Photos, SaveButton, TextArea, TextInput, useTaking } from '../Taking.tsx'
import { usePhone } from '../usePhone.ts'

type Seen = { ok: boolean; note: string; at: string }

/** Point after point with its checklist; each is answered where one stands. */
export function Patrol() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { day } = usePhone()
  const subject = `patrol:${id}`
  const plan = day?.plans.find((p) => p.subject === subject)
  const task = day?.tasks.find((x) => x.subject === subject)
  const [seen, setSeen] = useState<Record<string, Seen>>({})
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<Bytes[]>([])
  const { problems, saving, take } = useTaking()
  if (!plan || !task)
    return (
      <Frame title={t('field.kind.patrol')}>
        <Empty>{t('field.no-plan')}</Empty>
      </Frame>
    )
  const answer = (point: string, some: Partial<Seen>) =>
    setSeen({ ...seen, [point]: { ok: true, note: '', at: new Date().toISOString(), ...seen[point], ...some } })
  const submit = () => {
    const wrong = plan.points.flatMap(({ id: p, name }) => {
      const s = seen[p]
      if (!s) return [{ field: `points.${p}`, message: t('field.point-open', { name }) }]
      return !s.ok && !s.note.trim() ? [{ field: `points.${p}.note`, message: t('field.point-note', { name }) }] : []
    })
    const points = plan.points.flatMap(({ id: p }) =>
      seen[p] ? [{ id: p, ...seen[p], note: seen[p].note.trim() }] : [],
    )
    void take({ kind: 'patrol', subject, title: task.title, where: task.where, text: text.trim(), points }, photos, {
      wrong,
    })
  }
  return (
    <Frame title={task.title} problems={problems}>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          submit()
        }}
      >
        {plan.points.map(({ id: p, name, checks }) => (
          <fieldset
            key={p}
            id={fieldId(`points.${p}`)}
            className={problems.some((x) => x.field.startsWith(`points.${p}`)) ? 'field failed' : 'field'}
          >
            <legend>{name}</legend>
            <p className="hint">{checks.join(t('form.row-break'))}</p>
            <FieldError field={`points.${p}`} problems={problems} />
            <div className="choices">
              {[true, false].map((ok) => (
                <label key={String(ok)} className="choice">
                  <input type="radio" name={p} checked={seen[p]?.ok === ok} onChange={() => answer(p, { ok })} />
                  {t(ok ? 'field.point-ok' : 'field.point-bad')}
                </label>
              ))}
            </div>
            {seen[p]?.ok === false && (
              <TextInput
                name={`points.${p}.note`}
                label={t('field.point-what')}
                value={seen[p].note}
                problems={problems}
                onChange={(note) => answer(p, { note })}
              />
            )}
          </fieldset>
        ))}
        <TextArea name="text" label={t('field.patrol-text')} value={text} onChange={setText} />
        <Photos photos={photos} onChange={setPhotos} />
        <AskPosition />
        <SaveButton saving={saving} />
      </form>
    </Frame>
  )
}
