import { type Static, Type as T } from 'typebox'
import { type Duty, duties } from '../platform/auth.ts'
import { choice } from '../platform/schema.ts'
import type { FormSchema } from './form.ts'

/** The schema of a register file: what a district writes to keep one more book. Its id is the file's name. */

const text = (max: number, description: string) => T.String({ minLength: 1, maxLength: max, description })
const field = T.String({ pattern: '^[a-z][A-Za-z0-9]{0,39}$', description: 'The name of a field of the form.' })
const slug = (description: string) => T.String({ pattern: '^[a-z][a-z0-9-]{0,59}$', description })
const bare = { additionalProperties: false }

/** The administrators of accounts and keys have no business in any book. */
export const keepingDuties = duties.filter((d) => d !== 'system-admin' && d !== 'security-admin') as Duty[]
const duty = choice(keepingDuties)

export const RegisterFile = T.Object(
  {
    name: text(40, '台账名称'),
    counts: text(4, 'The word one counts its entries with: 处, 个, 支.'),
    about: text(300, 'What belongs in it, by which rule, from which source.'),
    group: text(20, 'The heading it stands under.'),
    title: field,
    key: T.Array(field, { maxItems: 5 }),
    place: T.Optional(field),
    see: T.Array(duty, { maxItems: 20 }),
    change: T.Array(duty, { minItems: 1, maxItems: 20 }),
    form: T.Unsafe<RegisterForm>(
      T.Object({
        type: T.Literal('object'),
        properties: T.Record(T.String(), T.Unknown(), { minProperties: 1 }),
        required: T.Optional(T.Array(T.String())),
      }),
    ),
    list: T.Array(field, { minItems: 1, maxItems: 12 }),
    duties: T.Optional(
      T.Array(
        T.Object(
          {
            id: slug('Unique within the register.'),
            title: text(40, 'What is due.'),
            yearly: T.Optional(
              T.String({
                pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
                description: 'MM-DD: due on that day of every year after `from`.',
              }),
            ),
            from: T.Optional(field),
            on: T.Optional(field),
            warn: T.Integer({ minimum: 0, maximum: 366, description: 'So many days before it stands in the list.' }),
          },
          bare,
        ),
        { maxItems: 10 },
      ),
    ),
    flow: T.Optional(
      T.Object(
        {
          field,
          first: T.Array(text(60, 'A value an entry may begin with.'), { minItems: 1, maxItems: 20 }),
          steps: T.Array(
            T.Object(
              {
                from: text(60, 'A value.'),
                to: text(60, 'A value.'),
                by: T.Array(duty, { minItems: 1, maxItems: 10 }),
              },
              bare,
            ),
            { maxItems: 60 },
          ),
          needs: T.Optional(
            T.Record(T.String(), T.Array(field, { minItems: 1, maxItems: 10 }), {
              description: 'By value: the fields without which nobody gets there (a refusal says why).',
            }),
          ),
        },
        bare,
      ),
    ),
    panels: T.Optional(
      T.Array(
        T.Object(
          {
            title: text(40, 'Its heading.'),
            query: slug('panels/<query>.sql'),
            see: T.Optional(T.Array(duty, { minItems: 1, description: 'Fewer than may read the entry.' })),
          },
          bare,
        ),
        { maxItems: 5 },
      ),
    ),
    map: T.Optional(T.Object({ lon: field, lat: field }, bare)),
    moves: T.Optional(
      T.Record(field, field, { description: 'Of a field that is gone: where its value is found and written now.' }),
    ),
    source: T.Optional(
      T.Object(
        {
          real: T.Array(text(300, 'What is taken from where.')),
          assumed: T.Array(text(300, 'What we assumed.')),
        },
        bare,
      ),
    ),
  },
  { ...bare, $id: 'register' },
)

export type FieldKind = 'id' | 'phone' | 'name'
export type RegisterField = {
  title: string
  description?: string
  type: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object'
  format?: string
  enum?: (string | number)[]
  items?: RegisterField
  properties?: Record<string, RegisterField>
  required?: string[]
  'x-labels'?: string[] | Record<string, string>
  'x-unit'?: string
  /** place, unit, account, person, organisation or register:<id>: the value is its id. */
  'x-link'?: string
  'x-pii'?: FieldKind
  'x-see'?: Duty[]
  'x-change'?: Duty[]
  [key: string]: unknown
}
export type RegisterForm = FormSchema & { properties: Record<string, RegisterField> }
export type Register = Static<typeof RegisterFile>

export const linkKinds = ['place', 'unit', 'account', 'person', 'organisation'] as const
/** A field whose value is sealed, or some column of whose rows is. */
export const isPersonal = (f: RegisterField | undefined): boolean =>
  f !== undefined &&
  (f['x-pii'] !== undefined || Object.values(f.items?.properties ?? {}).some((g) => g['x-pii'] !== undefined))
