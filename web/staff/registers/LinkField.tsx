import { useEffect } from 'react'
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
  register: string
  /** The field that says whose it is: only the writer's own places stand to choose from. */
  own?: boolean
}

/** A value that is something else's id: chosen from a list where that is short, found by its name where it is not. */
export function LinkField(props: Props) {
  const kind = props.q['x-link'] ?? ''
  if (kind === 'place') return props.own ? <OwnPlace {...props} /> : <AnyPlace {...props} />
  if (kind === 'unit') return <Unit {...props} />
  const find = finders(props.register, fieldOf(props.name), kind)
  return <Pick {...props} kind={kind === 'person' ? 'person' : 'entry'} find={find} free={false} />
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
  const only = places?.length === 1 && !props.value ? places[0] : undefined
  const { onChange } = props
  // Where there is nothing to choose, nothing is asked.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known that there is one only
  useEffect(() => {
    if (only) onChange({ id: only.id, label: only.name })
  }, [only?.id])
  return <Select {...props} options={(places ?? []).map((p) => [p.id, indented(p)])} />
}
function AnyPlace(props: Props) {
  const places = usePlacesList()
  return <Select {...props} options={(places.data ?? []).map((p) => [p.id, p.name])} />
}
function Unit(props: Props) {
  return <Select {...props} options={(useUnits().data ?? []).map((u) => [u.id, u.shortName])} />
}

/** A resident's name is asked by POST: it stands in no address. Everything else the register itself can find. */
const finders = (register: string, field: string, kind: string): ((typed: string) => Promise<Picked[]>) =>
  kind === 'person'
    ? async (q) =>
        (await ask('/api/persons/search', { body: { q } })).hits.map((h) => ({
          id: h.id,
          label: h.name,
          hint: [h.idNumber, h.address].filter(Boolean).join(' '),
        }))
    : async (q) =>
        (await read('/api/registers/{register}/choices', { path: { register }, query: { field, q } })).map((c) => ({
          id: c.id,
          label: c.label,
          ...(c.more && { hint: c.more }),
        }))
/** The field as the definition names it: of `data.rooms.0.owner` it is `rooms.owner`. */
const fieldOf = (name: string) =>
  name
    .split('.')
    .slice(1)
    .filter((part) => !/^\d+$/.test(part))
    .join('.')
