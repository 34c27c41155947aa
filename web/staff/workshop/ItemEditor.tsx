import { useId, useState } from 'react'
import { Field } from '../../ui/form/Field.tsx'
import type { Question } from '../../ui/form/schema.ts'
import { Part } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'
import type { Body } from './Editor.tsx'

type Material = { code: string; name: string; necessity: string; check: string }
type Limit = { amount: number; unit: string }

/** What is changed most has its own field; the whole is below, as the file would have it. To the right: what people will see. */
export function ItemEditor({ body, onChange }: { body: Body; onChange: (body: Body) => void }) {
  const set = (key: string, value: unknown) => onChange({ ...body, [key]: value })
  const limits = body.limits as { legal: Limit | null; promised: Limit }
  const materials = (body.materials ?? []) as Material[]
  const material = (i: number, key: keyof Material, value: string) =>
    set(
      'materials',
      materials.map((m, k) => (k === i ? { ...m, [key]: value } : m)),
    )
  return (
    <div className="columns">
      <div className="stack">
        <Text label={t('workshop.name')} value={String(body.name ?? '')} onChange={(v) => set('name', v)} />
        <Text label={t('workshop.summary')} value={String(body.summary ?? '')} onChange={(v) => set('summary', v)} />
        <Text
          label={t('workshop.conditions')}
          rows={4}
          value={((body.conditions ?? []) as string[]).join('\n')}
          onChange={(v) =>
            set(
              'conditions',
              v.split('\n').filter((line) => line.trim()),
            )
          }
        />
        <Text
          label={t('workshop.promised', { unit: t(`workshop.unit.${limits?.promised?.unit}`) })}
          value={String(limits?.promised?.amount ?? '')}
          onChange={(v) => set('limits', { ...limits, promised: { ...limits.promised, amount: Number(v) } })}
        />
        <Text label={t('workshop.process')} value={String(body.process ?? '')} onChange={(v) => set('process', v)} />
        {materials.map((m, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a material's code is being edited here, its place is not
          <fieldset key={i}>
            <legend>{t('workshop.material', { code: m.code })}</legend>
            <Text label={t('workshop.material.name')} value={m.name} onChange={(v) => material(i, 'name', v)} />
            <Text label={t('workshop.material.check')} value={m.check} onChange={(v) => material(i, 'check', v)} />
          </fieldset>
        ))}
        <Whole body={body} onChange={onChange} />
      </div>
      <div className="stack">
        <Guide body={body} materials={materials} limits={limits} />
        <Questions body={body} />
      </div>
    </div>
  )
}

function Text({
  label,
  value,
  rows,
  onChange,
}: {
  label: string
  value: string
  rows?: number
  onChange: (v: string) => void
}) {
  const id = useId()
  const shared = { id, value, onChange: (e: { target: { value: string } }) => onChange(e.target.value) }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows ? <textarea rows={rows} {...shared} /> : <input {...shared} />}
    </div>
  )
}

/** Everything, as the pack's file would say it: form, facts, tasks, bodies, what has no field of its own. */
function Whole({ body, onChange }: { body: Body; onChange: (body: Body) => void }) {
  const id = useId()
  const [text, setText] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  return (
    <details>
      <summary>{t('workshop.whole')}</summary>
      <div className="field">
        <label htmlFor={id}>{t('workshop.whole.label')}</label>
        {wrong && <p role="alert">{t('workshop.whole.wrong')}</p>}
        <textarea
          id={id}
          rows={24}
          spellCheck={false}
          value={text ?? JSON.stringify(body, null, 1)}
          onChange={(e) => {
            setText(e.target.value)
            try {
              onChange(JSON.parse(e.target.value))
              setWrong(false)
            } catch {
              setWrong(true)
            }
          }}
          onBlur={() => !wrong && setText(null)}
        />
      </div>
    </details>
  )
}

/** The resident's guide, as it will read. */
const Guide = ({ body, materials, limits }: { body: Body; materials: Material[]; limits: { promised: Limit } }) => (
  <Part title={t('workshop.preview.resident')}>
    <div className="panel">
      <h3>{String(body.name ?? '')}</h3>
      <p>{String(body.summary ?? '')}</p>
      <ul>
        {((body.conditions ?? []) as string[]).map((c) => (
          <li key={c}>{c}</li>
        ))}
      </ul>
      <p>
        {t('workshop.preview.limit', {
          n: limits?.promised?.amount ?? 0,
          unit: t(`workshop.unit.${limits?.promised?.unit}`),
        })}
      </p>
      <ol>
        {materials.map((m) => (
          <li key={m.code}>
            {m.name}
            <span className="soft"> {m.check}</span>
          </li>
        ))}
      </ol>
    </div>
  </Part>
)

/** The desk's form from the same schema. */
function Questions({ body }: { body: Body }) {
  const questions = Object.entries(
    ((body.form as { properties?: Record<string, Question> })?.properties ?? {}) as Record<string, Question>,
  )
  const [given, setGiven] = useState<Record<string, unknown>>({})
  return (
    <Part title={t('workshop.preview.desk')}>
      <div className="panel">
        {questions.map(([name, q]) => (
          <Field
            key={name}
            name={`preview.${name}`}
            q={q}
            required={(body.form as { required?: string[] }).required?.includes(name) ?? false}
            value={given[name]}
            onChange={(v: unknown) => setGiven({ ...given, [name]: v })}
          />
        ))}
      </div>
    </Part>
  )
}
