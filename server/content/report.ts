import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { type Static, Type as T } from 'typebox'
import { choice } from '../platform/schema.ts'
import { qualifiers, scales, templateFaults } from '../report/rules.ts'
import { dotted, readJson, type Say, schemaReason } from './fault.ts'

/** A report's template: its text (Markdown with {{marks}}) and, beside it, what each mark stands for. */
const bare = { additionalProperties: false }
const slug = '^[a-z][a-z0-9-]{0,59}$'
const words = (max = 300) => T.String({ minLength: 1, maxLength: max })
const day = T.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

export const WordingFile = T.Object(
  {
    qualifier: T.Optional(choice(qualifiers)),
    scale: T.Optional(choice(scales)),
    decimals: T.Optional(T.Integer({ minimum: 0, maximum: 4 })),
    unit: T.Optional(T.String({ maxLength: 20 })),
    han: T.Optional(choice(['count', 'ordinal'])),
    before: T.Optional(T.String({ maxLength: 40 })),
    after: T.Optional(T.String({ maxLength: 40 })),
  },
  bare,
)
const wording = T.Optional(WordingFile)

export const BindingFile = T.Union([
  /** Rows, counted by an indicator. `year` is that calendar year, relative to the as-of day where it is 0 or less. */
  T.Object(
    {
      indicator: T.String({ pattern: slug }),
      place: T.Optional(T.String({ pattern: slug })),
      period: T.Union([
        choice(['point', 'cumulative', 'year']),
        T.Object({ year: T.Integer({ minimum: -9, maximum: 0 }) }, bare),
        T.Object({ from: day, to: T.Optional(day) }, bare),
      ]),
      wording,
    },
    bare,
  ),
  /** What the report's own row says: the day and number of the meeting. */
  T.Object({ report: choice(['meeting-on', 'term', 'sitting', 'year']), wording }, bare),
  /** How long a place has been what it is: since the districts were redrawn. */
  T.Object({ since: T.Object({ place: T.String({ pattern: slug }) }, bare) }, bare),
  /** What a published definition counts: how many options a field has, how many steps a process. */
  T.Object(
    {
      definition: T.Object(
        {
          kind: choice(['item', 'process', 'register', 'indicator', 'report']),
          id: T.String({ pattern: slug }),
          at: T.String({ description: 'A JSON pointer into the definition: what stands there is counted.' }),
        },
        bare,
      ),
      wording,
    },
    bare,
  ),
  /** What a document lays down; `now` is the indicator that says how far it is. */
  T.Object(
    {
      target: T.Object(
        {
          value: T.Union([T.Number(), words(60)]),
          document: words(),
          by: T.Optional(day),
          now: T.Optional(T.String({ pattern: slug })),
        },
        bare,
      ),
      wording,
    },
    bare,
  ),
  T.Object({ missing: words() }, bare),
])
export type Binding = Static<typeof BindingFile>

export const TemplateFile = T.Object(
  {
    title: words(100),
    about: words(1000),
    /** Who hears it: 铜官区人大常委会 */
    audience: words(60),
    nodes: T.Array(
      T.Object(
        {
          id: T.String({ pattern: slug }),
          title: words(60),
          before: T.Integer({ minimum: 0, maximum: 365 }),
          law: T.Optional(words()),
        },
        bare,
      ),
      { minItems: 1 },
    ),
    replyDays: T.Integer({
      minimum: 1,
      maximum: 365,
      description: 'How long a deliberation opinion may take, where the meeting sets no day.',
    }),
    /** The plan of topics (议题计划): meetings at which this report is heard. */
    meetings: T.Array(
      T.Object(
        { on: day, asOf: day, term: T.Integer({ minimum: 1 }), sitting: T.Integer({ minimum: 1 }), source: words() },
        bare,
      ),
    ),
    bindings: T.Record(T.String({ pattern: slug }), BindingFile),
    promises: T.Array(
      T.Object(
        {
          text: words(),
          owner: T.String({ pattern: slug }),
          months: T.Integer({ minimum: 1, maximum: 60, description: 'Due so long after the meeting.' }),
          indicator: T.Optional(T.String({ pattern: slug })),
          target: T.Optional(T.Number()),
        },
        bare,
      ),
    ),
    yardstick: T.Optional(
      T.Array(
        T.Object(
          {
            n: T.Integer({ minimum: 1 }),
            title: words(),
            marks: T.Array(T.String({ pattern: slug }), { minItems: 1 }),
          },
          bare,
        ),
      ),
    ),
  },
  bare,
)
export type TemplateCard = Static<typeof TemplateFile>
/** A template as published: its card and its text in one. */
export type Template = TemplateCard & { body: string }

/** As it is published: the card and the text in one body. */
export const readTemplate = (cardPath: string): Template => ({
  ...JSON.parse(readFileSync(cardPath, 'utf8')),
  body: readFileSync(textBeside(cardPath), 'utf8'),
})
export const textBeside = (cardPath: string) => cardPath.replace(/\.json$/, '.md')
/** people-congress.2017.json is no template but figures to compare with. */
export const isTemplate = (id: string) => /^[a-z][a-z0-9-]*$/.test(id)

const valid = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(JSON.stringify(TemplateFile)))

export function checkTemplate(cardPath: string, ground: { units: Set<string>; indicators: Set<string> }, say: Say) {
  const card = readJson<TemplateCard>(cardPath, say)
  if (card === null) return
  if (!valid(card)) {
    for (const e of valid.errors ?? []) say(dotted(e), schemaReason(e))
    return
  }
  let body: string
  try {
    body = readFileSync(textBeside(cardPath), 'utf8')
  } catch {
    return say('', '旁边没有同名的 .md 正文')
  }
  for (const fault of templateFaults({ ...card, body })) say('', fault)
  const known = (path: string, indicator: string | undefined) => {
    if (indicator && !ground.indicators.has(indicator)) say(path, `没有指标“${indicator}”`)
  }
  for (const [mark, b] of Object.entries(card.bindings))
    known(`bindings.${mark}`, 'indicator' in b ? b.indicator : 'target' in b ? b.target.now : undefined)
  for (const [i, p] of card.promises.entries()) {
    known(`promises[${i}].indicator`, p.indicator)
    if (!ground.units.has(p.owner)) say(`promises[${i}].owner`, `units.json 里没有单位“${p.owner}”`)
  }
}
