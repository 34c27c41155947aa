import { type Static, Type as T } from 'typebox'
import { choice } from '../platform/schema.ts'
import type { FormSchema } from './form.ts'

/** The schema of an item file: what a district writes to offer a service. Field meanings follow GB/T 39046. */
const text = (max: number, description: string) => T.String({ minLength: 1, maxLength: max, description })
const slug = (description: string) => T.String({ pattern: '^[a-z][a-z0-9-]{0,59}$', description })
export const Limit = T.Object(
  {
    amount: T.Integer({ minimum: 1, maximum: 365 }),
    unit: choice(['workday', 'day', 'hour', 'month']),
  },
  { additionalProperties: false },
)

export const lines = {
  'social-insurance': '社保',
  'medical-insurance': '医保',
  'civil-affairs': '民政',
  health: '卫健',
  disabled: '残联',
  housing: '住保',
  'employment-veterans': '就业与退役军人',
} as const
export type Line = keyof typeof lines

export const MaterialFile = T.Object(
  {
    code: slug('Unique within the item.'),
    name: text(100, 'Never a catch-all such as 其他材料 (R-1.2).'),
    necessity: choice(['required', 'conditional', 'deferrable'], {
      description: 'deferrable: may be promised (容缺).',
    }),
    form: choice(['paper', 'electronic', 'either']),
    source: choice(['applicant', 'government', 'other']),
    held: T.Union([slug('The credential under which we may hold it already.'), T.Null()]),
    when: T.Optional(text(60, 'Asked only when this fact holds (`fact` or `!fact`).')),
    check: text(300, 'The acceptance standard, in words the applicant understands.'),
    copies: T.Object(
      { original: T.Integer({ minimum: 0, maximum: 20 }), copy: T.Integer({ minimum: 0, maximum: 20 }) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
)

export const ItemFile = T.Object(
  {
    id: slug('Our own id; never changes.'),
    code: T.Union([text(36, 'The official task code, opaque.'), T.Null()]),
    name: text(200, '事项名称'),
    line: choice(Object.keys(lines) as Line[], { description: 'Which of the merged windows it came from.' }),
    type: choice(['01', '05', '07', '08', '10', '20'], {
      description: '01许可 05给付 07确认 08奖励 10其他 20公共服务',
    }),
    projectType: choice(['promised', 'on-the-spot'], { description: '承诺件 / 即办件' }),
    summary: text(200, 'One plain sentence for residents.'),
    keywords: T.Array(text(30, 'What people call it.'), { maxItems: 30 }),
    conditions: T.Array(text(300, 'Who may apply.'), { minItems: 1, maxItems: 20 }),
    legalBasis: T.Array(
      T.Object(
        { law: text(200, 'Law or document.'), article: T.Union([text(50, 'Article.'), T.Null()]) },
        { additionalProperties: false },
      ),
      { maxItems: 20 },
    ),
    bodies: T.Object(
      {
        accept: text(60, 'Whose seal accepts.'),
        decide: text(60, 'Who decides; leads where handling is joint.'),
        issue: text(60, 'Who issues the result.'),
      },
      { additionalProperties: false },
    ),
    limits: T.Object({ legal: T.Union([Limit, T.Null()]), promised: Limit }, { additionalProperties: false }),
    form: T.Unsafe<FormSchema>(
      T.Object({
        type: T.Literal('object'),
        properties: T.Record(T.String(), T.Unknown()),
        required: T.Optional(T.Array(T.String())),
      }),
    ),
    materials: T.Array(MaterialFile, { maxItems: 40 }),
    facts: T.Record(T.String({ pattern: '^[a-z][a-z0-9-]*$' }), T.Unsafe<object>(T.Object({})), {
      description: 'Named JSON-Schema conditions over the form.',
    }),
    process: text(64, 'In the file the id of the process; once published, its digest.'),
    tasks: T.Record(
      T.String(),
      T.Object(
        {
          unit: text(60, "A unit's id, or @community for the service centre that accepted."),
          kind: choice(['opinion', 'decision']),
          limit: Limit,
          units: T.Optional(
            T.Array(text(60, 'A unit.'), {
              minItems: 2,
              maxItems: 15,
              description:
                'Where the diagram draws the task as one of several: who is asked, one part each. `<task>-passed` is a fact once over half agree.',
            }),
          ),
        },
        { additionalProperties: false },
      ),
      { description: "The process's user tasks: whose each is, and its own limit." },
    ),
    tolerance: T.Union([T.Object({ limit: Limit }, { additionalProperties: false }), T.Null()]),
    special: T.Array(
      T.Object({ kind: text(60, 'Kind of special procedure.'), expected: Limit }, { additionalProperties: false }),
      { maxItems: 10 },
    ),
    result: T.Object(
      { name: text(100, 'What comes out.'), kind: choice(['licence', 'document', 'service']) },
      { additionalProperties: false },
    ),
    fee: T.Union([text(200, 'Fee and its basis.'), T.Null()]),
    visits: T.Integer({ minimum: 0, maximum: 1, description: '到办事现场次数' }),
    whyVisit: T.Union([text(200, 'Why one must come.'), T.Null()]),
    joint: T.Optional(
      T.Boolean({ description: 'Several units handle it in parallel; an extension needs the government’s head.' }),
    ),
    source: T.Object(
      { real: T.Array(text(300, 'What is taken from where.')), assumed: T.Array(text(300, 'What we assumed.')) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false, $id: 'item' },
)
export type Item = Static<typeof ItemFile>
export type MaterialFile = Static<typeof MaterialFile>
