import { ask, read } from '../../api/client.ts'
import { Field, type FieldProps } from '../../ui/form/Field.tsx'
import type { Question } from '../../ui/form/schema.ts'
import { useSession } from '../../ui/session.tsx'
import { useUnits } from '../data.ts'
import { indented, usePlaces } from '../places.ts'
import { Pick, type Picked } from '../registry/Pick.tsx'
import { type RegisterField, usePlacesList } from './data.ts'

type Props = Omit<FieldProps, 'q'> & {
  q: RegisterField
  /** The field that says whose it is: only the writer's own places stand to choose from. */
  own?: boolean
}

/** A value that is something else's id: chosen from a list where that is short, found by its name where it is not. */
export function LinkField(props: Props) {
  const kind = props.q['x-link'] ?? ''
  if (kind === 'place') return props.own ? <OwnPlace {...props} /> : <AnyPlace {...props} />
  if (kind === 'unit') return <Unit {...props} />
  const find = finders[kind] ?? (kind.startsWith('register:') ? entries(kind.slice('register:'.length)) : null)
  return find ? <Pick {...props} kind={find.kind} find={find.by} free={false} /> : <Field {...props} />
}

const chosen = (value: unknown) => (value as Picked | undefined)?.id ?? ''
function Select({ options, ...props }: Props & { options: [id: string, label: string][] }) {
  const value = chosen(props.value)
  const known = options.some(([id]) => id === value)
  const all = value && !known ? [...options, [value, (props.value as Picked).label] as [string, string]] : options
  const { maxLength: _, ...rest } = props.q as Question
  const q = { ...rest, enum: all.map(([id]) => id), 'x-labels': Object.fromEntries(all) }
  return (
    <Field
      {...props}
      q={q}
      value={value}
      onChange={(id) => props.onChange(id ? { id, label: all.find(([o]) => o === id)?.[1] ?? id } : undefined)}
    />
  )
}
function OwnPlace(props: Props) {
  const { places } = usePlaces(useSession().data?.posts?.map((p) => p.duty) ?? [])
  return <Select {...props} options={(places ?? []).map((p) => [p.id, indented(p)])} />
}
function AnyPlace(props: Props) {
  const places = usePlacesList()
  return <Select {...props} options={(places.data ?? []).map((p) => [p.id, p.name])} />
}
function Unit(props: Props) {
  return <Select {...props} options={(useUnits().data ?? []).map((u) => [u.id, u.shortName])} />
}

type Finding = { kind: 'person' | 'organisation' | 'entry'; by: (typed: string) => Promise<Picked[]> }
const finders: Record<string, Finding> = {
  person: {
    kind: 'person',
    by: async (q) =>
      (await ask('/api/persons/search', { body: { q } })).hits.map((h) => ({
        id: h.id,
        label: h.name,
        hint: [h.idNumber, h.address].filter(Boolean).join(' '),
      })),
  },
  organisation: {
    kind: 'organisation',
    by: async (q) =>
      (await ask('/api/homes/search', { body: { q } })).organisations.map((o) => ({ id: o.id, label: o.name })),
  },
}
const entries = (register: string): Finding => ({
  kind: 'entry',
  by: async (q) =>
    (await read('/api/registers/{register}/entries', { path: { register }, query: { q, limit: 20 } })).rows.map(
      (r) => ({
        id: r.id,
        label: r.title,
        hint: r.placeName,
      }),
    ),
})
