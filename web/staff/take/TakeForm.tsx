import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { ask, change, problemsOf, useAct } from '../../api/client.ts'
import type { Held, Item } from '../../api/types.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorSummary, fieldId } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { offerFor } from '../../ui/form/held.ts'
import { type Answers, holds, isRequired, type Question, tidy } from '../../ui/form/schema.ts'
import { useSession } from '../../ui/session.tsx'
import { Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { itemQuery } from '../data.ts'
import { useGo } from '../link.ts'
import { Checklist } from './Checklist.tsx'

type Came = Record<string, 'received' | 'held' | 'missing'>
type Brought = { idNumber: string; who: Answers; form: Answers; came: Came }
const none = {}

/** The same schema as the resident's pages, as one dense page: person, answers, materials; Ctrl+Enter submits. */
export function TakeForm({ item: id }: { item: string }) {
  const { data: item, error } = useQuery(itemQuery(id))
  if (error) return <Trouble error={error} />
  return item ? <Filled item={item} /> : <Loading />
}

const person = (): Record<string, Question> => ({
  idNumber: { title: t('take.idNumber'), type: 'string', maxLength: 30, 'x-pii': 'id' },
  name: { title: t('take.name'), type: 'string', maxLength: 50 },
  phone: { title: t('take.phone'), type: 'string', maxLength: 30, 'x-pii': 'phone' },
  address: { title: t('take.address'), type: 'string', maxLength: 100 },
})

function Filled({ item }: { item: Item }) {
  const navigate = useGo()
  const session = useSession().data
  const place = session?.posts?.find((p) => p.duty === 'clerk')?.place ?? ''
  const [who, setWho] = useState<Answers>({})
  const [form, setForm] = useState<Answers>({})
  const [held, setHeld] = useState<Held[]>([])
  const [came, setCame] = useState<Came>({})
  // Which questions and materials apply follows from the answers, as the server sees them.
  const answers = tidy(item.form, form)
  const { data: checked } = useQuery({
    queryKey: ['check', item.id, answers],
    queryFn: () => ask('/api/items/{item}/check', { path: { item: item.id }, body: { form: answers, only: [] } }),
    placeholderData: (old) => old,
  })
  const facts = checked?.facts ?? none
  const wanted = useMemo(() => item.materials.filter((m) => holds(facts, m.when)), [item, facts])
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => first.current?.querySelector('input')?.focus(), [])

  const lookup = useAct(
    (idNumber: string) => ask('/api/held/lookup', { body: { idNumber } }),
    (found, idNumber) => {
      const of = (name: string) => found.held.find((h) => h.name === name)?.value
      const brought: Brought = {
        idNumber,
        who: { name: found.name, phone: of('phone') ?? '', address: of('address') ?? '' },
        form: offered(item, found.held),
        came: Object.fromEntries(
          item.materials.filter((m) => m.held && of(m.held) !== undefined).map((m) => [m.code, 'held' as const]),
        ),
      }
      setHeld(found.held)
      setWho((w) => ({ ...w, ...brought.who }))
      setForm((f) => ({ ...brought.form, ...f }))
      setCame((c) => ({ ...brought.came, ...c }))
      last.current = brought
    },
  )
  /** Whatever the last person's record brought goes when another number is looked up, found or not; what was typed stays. */
  const last = useRef<Brought | null>(null)
  const find = () => {
    const idNumber = String(who.idNumber ?? '')
    const old = last.current
    if (old && old.idNumber !== idNumber) {
      setHeld([])
      setWho((w) => without(w, old.who))
      setForm((f) => without(f, old.form))
      setCame((c) => without(c, old.came))
      last.current = null
    }
    lookup.mutate(idNumber)
  }
  const send = useAct(
    (body: object, key: string) => change('POST', '/api/matters', { key, body } as never),
    (answer) => navigate({ to: '/desk/matters/$number', params: { number: (answer as { number: string }).number } }),
  )
  const problems = problemsOf(send.error)
  const submit = (e?: FormEvent) => {
    e?.preventDefault()
    send.mutate({
      item: item.id,
      place,
      applicant: { name: '', phone: '', address: '', ...tidy({ properties: person() }, who) },
      form: tidy(item.form, form),
      materials: wanted.map((m) => ({ code: m.code, status: came[m.code] ?? 'missing' })),
    })
  }
  return (
    <form
      className="take"
      noValidate
      onSubmit={submit}
      onKeyDown={(e) => {
        if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) submit()
        else if (e.key === 'Enter' && (e.target as Element).matches('input')) {
          if ((e.target as Element).id === fieldId('applicant.idNumber')) find()
          onward(e)
        }
      }}
    >
      <ErrorSummary problems={problems} />
      <div className="take-columns">
        <div>
          <section className="part" ref={first}>
            <h2>{t('take.person')}</h2>
            <div className="fields">
              {Object.entries(person()).map(([name, q]) => (
                <Field
                  key={name}
                  name={`applicant.${name}`}
                  q={q}
                  value={who[name]}
                  required
                  problems={problems}
                  onChange={(v) => setWho({ ...who, [name]: v })}
                />
              ))}
            </div>
            <ActionButton busy={lookup.isPending} onClick={find}>
              {t('take.lookup')}
            </ActionButton>
            <div role="status">
              {lookup.isSuccess && <p>{t('take.found', { n: Object.keys(offered(item, held)).length })}</p>}
              {lookup.error && <p>{lookup.error.message}</p>}
            </div>
          </section>
          <section className="part">
            <h2>{item.name}</h2>
            <div className="fields">
              {Object.entries(item.form.properties)
                .filter(([, q]) => holds(facts, q['x-show-if']))
                .map(([name, q]) => (
                  <Field
                    key={name}
                    name={`form.${name}`}
                    q={q}
                    value={form[name]}
                    required={isRequired(item.form, name)}
                    problems={problems}
                    onChange={(v) => setForm({ ...form, [name]: v })}
                  />
                ))}
            </div>
          </section>
        </div>
        <Checklist materials={wanted} came={came} held={held} onChange={setCame} />
      </div>
      <div className="actions">
        <ActionButton kind="main" type="submit" busy={send.isPending}>
          {t('take.submit')}
        </ActionButton>
        <span className="soft">{t('take.hint')}</span>
      </div>
    </form>
  )
}

const without = <V,>(now: Record<string, V>, brought: Record<string, unknown>): Record<string, V> =>
  Object.fromEntries(Object.entries(now).filter(([name, v]) => !(name in brought) || v !== brought[name]))

const offered = (item: Item, held: Held[]): Answers =>
  Object.fromEntries(
    Object.entries(item.form.properties).flatMap(([name, q]) => {
      const offer = offerFor(q, held)
      return offer ? [[name, offer.value]] : []
    }),
  )

/** Enter goes on to the next question, as at every counter; the identity number's Enter also looks the person up. */
function onward(e: React.KeyboardEvent<HTMLFormElement>) {
  e.preventDefault()
  const fields = [...e.currentTarget.querySelectorAll<HTMLElement>('input, select, textarea, button[type=submit]')]
  const here = e.target as HTMLInputElement
  const same = (f: HTMLElement) => here.type === 'radio' && (f as HTMLInputElement).name === here.name
  fields
    .slice(fields.indexOf(here) + 1)
    .find((f) => !same(f))
    ?.focus()
}
