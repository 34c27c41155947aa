import { Type as T } from 'typebox'
import { maybe, personal } from '../platform/schema.ts'

/** Shapes that the routes of the registers share. */

export const bare = { additionalProperties: false }
export const tag = { tags: ['register'] }
export const day = (title: string) => T.String({ title, format: 'date' })
export const words = (title: string, max = 200) => T.String({ title, minLength: 2, maxLength: max, pattern: '\\S' })
export const RegisterId = T.String({ title: '台账', pattern: '^[a-z][a-z0-9-]{0,59}$' })
export const EntryId = T.String({ title: '条目', format: 'uuid' })
export const OneRegister = T.Object({ register: RegisterId })
export const OneEntry = T.Object({ register: RegisterId, id: EntryId })
export const Done = T.Object({ id: T.String() })

/** Its personal fields are sealed; in every other one a number is refused by the action, which knows which is which. */
export const Values = T.Record(T.String({ pattern: '^[a-z][A-Za-z0-9]{0,39}$' }), T.Unknown(), {
  title: '内容',
  maxProperties: 100,
  ...personal,
})
export const Why = T.Record(T.String(), maybe(T.String()), {
  description: 'What the caller may do here: null, or the reason why not.',
})
const Cell = T.Object({ value: T.Unknown(), text: maybe(T.String()) })
export const Row = T.Object({
  id: T.String(),
  title: T.String(),
  place: T.String(),
  placeName: T.String(),
  from: T.String(),
  cells: T.Record(T.String(), Cell, { description: 'By field; a field the reader may not see is not there.' }),
})
const Column = T.Object({ field: T.String(), title: T.String(), kind: T.String() })
export const DueRow = T.Object({
  entry: T.String(),
  entryTitle: maybe(T.String()),
  register: T.String(),
  registerName: T.String(),
  place: T.String(),
  placeName: T.String(),
  duty: T.String(),
  title: T.String(),
  dueOn: T.String(),
  warnOn: T.String(),
  light: T.String({ description: 'late, soon or later.' }),
  mayDo: T.Boolean(),
})
export const Brief = T.Object({
  id: T.String(),
  name: T.String(),
  counts: T.String(),
  about: T.String(),
  group: T.String(),
  entries: T.Integer(),
  due: T.Integer({ description: 'Duties that stand in the list, the late ones included.' }),
  late: T.Integer(),
  enter: T.Boolean({ description: 'The caller may write somewhere in it.' }),
})
export const Definition = T.Object({
  id: T.String(),
  digest: T.String(),
  version: T.Integer(),
  name: T.String(),
  counts: T.String(),
  about: T.String(),
  group: T.String(),
  title: T.String(),
  key: T.Array(T.String()),
  place: maybe(T.String({ description: 'The field that says whose it is; null: the whole district’s.' })),
  form: T.Unknown({ description: 'JSON Schema of the fields this reader may see, in their order.' }),
  list: T.Array(T.Object({ ...Column.properties, unit: maybe(T.String()) })),
  filters: T.Array(
    T.Object({ ...Column.properties, options: T.Array(T.Object({ value: T.Unknown(), label: T.String() })) }),
  ),
  duties: T.Array(T.Object({ id: T.String(), title: T.String() })),
  flow: T.Unknown(),
  map: T.Boolean(),
  changeable: T.Array(T.String(), { description: 'Fields the caller may fill in.' }),
  enter: maybe(T.String({ description: 'null, or why the caller may enter nothing here.' })),
})
const Shown = T.Object({
  ...Column.properties,
  unit: maybe(T.String()),
  value: T.Unknown(),
  text: maybe(T.String({ description: 'In words; of a personal field masked.' })),
  personal: T.Boolean(),
  old: T.Boolean({ description: 'Only an older definition knows it.' }),
  change: T.Boolean(),
  link: maybe(T.Object({ kind: T.String(), id: T.String() })),
  columns: maybe(T.Array(Column)),
  rows: maybe(T.Array(T.Record(T.String(), Cell))),
})
export const File = T.Object({
  id: T.String(),
  register: T.String(),
  registerName: T.String(),
  title: T.String(),
  place: T.Object({ id: T.String(), name: T.String() }),
  on: T.String(),
  known: maybe(T.String()),
  ended: T.Boolean(),
  version: maybe(
    T.Object(
      {
        id: T.String(),
        from: T.String(),
        to: maybe(T.String()),
        recordedAt: T.String(),
        outdated: T.Boolean({ description: 'Written under an older definition.' }),
      },
      { description: 'null: on that day, as it was known, there was no such thing.' },
    ),
  ),
  fields: T.Array(Shown),
  versions: T.Array(
    T.Object({
      id: T.String(),
      from: T.String(),
      to: maybe(T.String()),
      recordedAt: T.String(),
      corrects: maybe(T.String()),
      reason: maybe(T.String()),
      by: maybe(T.String()),
    }),
    { description: 'All that was known then, by the day from which it was so.' },
  ),
  history: T.Array(
    T.Object({
      at: T.String(),
      by: maybe(T.String()),
      capacity: maybe(T.String()),
      what: T.String(),
      verb: T.String(),
      from: maybe(T.String()),
      to: maybe(T.String()),
      note: maybe(T.String()),
      reason: maybe(T.String()),
      changes: T.Array(
        T.Object({
          field: T.String(),
          title: T.String(),
          before: maybe(T.String()),
          after: maybe(T.String()),
          personal: T.Boolean(),
        }),
      ),
    }),
  ),
  linked: T.Array(
    T.Object({
      register: T.String(),
      name: T.String(),
      field: T.String(),
      fieldTitle: T.String(),
      entries: T.Array(T.Object({ id: T.String(), title: T.String() })),
      more: T.Boolean(),
    }),
  ),
  panels: T.Array(
    T.Object({
      title: T.String(),
      columns: T.Array(T.String()),
      rows: T.Array(T.Record(T.String(), T.Union([T.String(), T.Number(), T.Boolean(), T.Null()]))),
    }),
  ),
  duties: T.Array(
    T.Object({ duty: T.String(), title: T.String(), dueOn: T.String(), warnOn: T.String(), light: T.String() }),
  ),
  abilities: Why,
})
