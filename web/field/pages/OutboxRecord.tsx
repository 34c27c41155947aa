import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { moment } from '../../ui/format.ts'
import { Empty } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Discard } from '../Discard.tsx'
import { Frame } from '../Frame.tsx'
import { useGo } from '../link.ts'
import { mend } from '../outbox/mend.ts'
import type { Draft } from '../outbox/types.ts'
import { type Item, onBox } from '../phone.ts'
import { SaveButton, TextArea, TextInput } from '../Taking.tsx'
import { usePhone } from '../usePhone.ts'
import { valuesOf } from './Collect.tsx'
import { Conflict } from './Conflict.tsx'
import { captured, StateOf, sizeOf, titleOf } from './Outbox.tsx'

/** One record: what it says, how it stands, and, where the office would not take it, how to mend it. */
export function OutboxRecord() {
  const { id } = useParams({ strict: false }) as { id: string }
  const item = usePhone().items.find((x) => x.row.id === id)
  if (!item?.draft)
    return (
      <Frame title={t('field.outbox')}>
        <Empty>
          <p>{t(item ? 'field.closed-why' : 'field.gone')}</p>
        </Empty>
      </Frame>
    )
  if (item.row.state === 'conflict') return <Conflict item={item} draft={item.draft} />
  return <Shown item={item} draft={item.draft} />
}

function Shown({ item, draft }: { item: Item; draft: Draft }) {
  const { day } = usePhone()
  const refused = item.row.state === 'refused'
  const label = (name: string) =>
    day?.collect.find((c) => c.name === name)?.label ??
    (['name', 'idNumber', 'phone', 'since'].includes(name) ? t(`field.newcomer-${name}`) : name)
  const values = Object.entries(draft.values ?? {})
  return (
    <Frame
      title={titleOf(item)}
      {...(refused &&
        item.said && {
          problems: item.said.problems.length ? item.said.problems : [{ field: '', message: item.said.message }],
        })}
    >
      <dl className="pairs">
        <Pair label={t('field.state')}>
          <StateOf item={item} />
        </Pair>
        {draft.where && <Pair label={t('field.where')}>{draft.where}</Pair>}
        <Pair label={t('field.when')}>{moment(captured(draft))}</Pair>
        <Pair
          label={t('field.size')}
        >{`${sizeOf(item.row.bytes)}${t('field.between')}${t('field.photos', { n: item.row.photos.length })}`}</Pair>
        {!refused && draft.text && <Pair label={t('field.text')}>{draft.text}</Pair>}
        {!refused &&
          values.map(([name, v]) => (
            <Pair key={name} label={label(name)}>
              {String(v ?? t('form.unanswered'))}
            </Pair>
          ))}
      </dl>
      {refused && <Mending key={item.row.id} item={item} draft={draft} label={label} />}
    </Frame>
  )
}
const Pair = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

/** Said better it goes again under a new id, in the same place of the order. */
function Mending({ item, draft, label }: { item: Item; draft: Draft; label: (name: string) => string }) {
  const navigate = useGo()
  const [text, setText] = useState(draft.text)
  const [typed, setTyped] = useState<Record<string, string>>(
    Object.fromEntries(Object.entries(draft.values ?? {}).map(([n, v]) => [n, v === null ? '' : String(v)])),
  )
  const [photos, setPhotos] = useState(item.row.photos.map((p) => p.id))
  const problems = item.said?.problems ?? []
  const back = () => navigate({ to: '/field/outbox', replace: true })
  const again = async () => {
    const nulls = Object.fromEntries(Object.keys(typed).map((n) => [n, undefined as unknown as null]))
    const values = draft.values && { ...draft.values, ...valuesOf(typed, nulls) }
    await onBox((box) => mend(box, item.row.id, { ...draft, text: text.trim(), ...(values && { values }) }, photos))
    await back()
  }
  return (
    <>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          void again()
        }}
      >
        {Object.keys(typed).map((name) => (
          <TextInput
            key={name}
            name={`values.${name}`}
            label={label(name)}
            value={typed[name] ?? ''}
            problems={problems}
            onChange={(v) => setTyped({ ...typed, [name]: v })}
          />
        ))}
        {(draft.text || !draft.values) && (
          <TextArea name="text" label={t('field.text')} value={text} problems={problems} onChange={setText} />
        )}
        {item.row.photos.map((p, i) => (
          <label key={p.id} className="choice">
            <input
              type="checkbox"
              checked={photos.includes(p.id)}
              onChange={(e) => setPhotos(e.target.checked ? [...photos, p.id] : photos.filter((x) => x !== p.id))}
            />
            {t('field.photo-keep', { n: i + 1 })}
          </label>
        ))}
        <SaveButton saving={false} />
      </form>
      <Discard item={item} then={back} />
    </>
  )
}
