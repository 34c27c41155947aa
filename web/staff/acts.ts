import type { ReactNode } from 'react'
import type { Item, MatterPage } from '../api/types.ts'
import type { FieldProps } from '../ui/form/Field.tsx'
import type { Answers, Question } from '../ui/form/schema.ts'
import { t } from '../ui/t.ts'

/**
 * What staff can do to a matter, as data: the ability's name, the address under the matter, and what must be said. The
 * server's rule decides who may; the same answer stands on the button.
 */
export type Act = {
  act: string
  path: string
  /** The questions; a function where later ones follow from earlier answers. */
  fields: Fields | ((given: Answers) => Fields)
  optional?: string[]
  initial?: Answers
  method?: 'POST' | 'DELETE'
  main?: boolean
  /** Behind “more”. */
  more?: boolean
  /** Questions that are answered by looking something up: drawn by these instead. */
  draw?: Record<string, (props: FieldProps) => ReactNode>
  /** Under which question stands what the server says of a field of another name. */
  says?: Record<string, string>
  /** From the answers to what the address is given. */
  shape?: (given: Answers) => object
}
type Fields = Record<string, Question>

export const q = (key: string, more: Question = {}): Question => ({
  title: t(`act.${key}`),
  type: 'string',
  maxLength: 90,
  ...more,
})
export const words = (key: string): Question => q(key, { maxLength: 500 })
export const choice = (key: string, values: string[]): Question =>
  q(key, { enum: values, 'x-labels': Object.fromEntries(values.map((v) => [v, t(`act.${key}.${v}`)])) })
export const several = (key: string, of: [string, string][]): Question =>
  q(key, { type: 'array', items: { enum: of.map(([id]) => id), 'x-labels': Object.fromEntries(of) } })
export const number = (key: string): Question => q(key, { type: 'integer' })
/** One thing a line: people list what is lacking as they would on paper. */
export const lines = (v: unknown) =>
  String(v ?? '')
    .split('\n')
    .map((s) => s.trim())
    .filter(Boolean)

export function matterActs(m: MatterPage, item: Item | null): Act[] {
  const lacking = m.materials.filter((x) => x.status === 'missing')
  const owed = m.materials.filter((x) => x.status === 'missing' || x.status === 'promised')
  const parts = [
    ...new Map([
      [m.acceptUnit, m.acceptUnitName],
      [m.leadUnit, m.leadUnitName],
      ...m.tasks.map((x) => [x.unit, x.unitName] as [string, string]),
    ] as [string, string][]),
  ]
  const unit = (key: string, from: [string, string][]): Question =>
    q(key, { enum: from.map(([id]) => id), 'x-labels': Object.fromEntries(from) })
  return [
    {
      act: 'accept',
      path: 'acceptance',
      main: true,
      fields: lacking.length
        ? {
            promiseSigned: q('promiseSigned', {
              type: 'boolean',
              description: t('act.promiseSigned.hint', { materials: lacking.map((x) => x.name).join(t('home.comma')) }),
            }),
          }
        : ({} as Fields),
      shape: (g) =>
        lacking.length ? { tolerated: lacking.map((x) => x.code), promiseSigned: g.promiseSigned === true } : {},
    },
    {
      act: 'settle',
      path: 'settlement',
      main: true,
      fields: { opinion: words('opinion'), resultNumber: q('resultNumber'), receivedBy: q('receivedBy') },
      optional: ['resultNumber'],
    },
    {
      act: 'correct',
      path: 'correction',
      fields: {
        ...(lacking.length && { lacking: several('lacking', pairs(lacking)) }),
        items: { ...words(lacking.length ? 'moreItems' : 'items'), description: t('act.items.hint') },
        days: number('correctionDays'),
      },
      initial: { lacking: lacking.map((x) => x.code) },
      optional: lacking.length ? ['lacking', 'items', 'days'] : ['days'],
      shape: (g) => ({
        items: [
          ...lacking.filter((x) => Array.isArray(g.lacking) && g.lacking.includes(x.code)).map((x) => x.name),
          ...lines(g.items),
        ],
        ...(g.days !== undefined && { days: g.days }),
      }),
    },
    ...(item ? [fixAct(item)] : []),
    {
      act: 'supplement',
      path: 'supplement',
      main: m.status === 'correction',
      fields: { ...(owed.length && { materials: several('supplied', pairs(owed)) }), note: words('supplyNote') },
      optional: ['materials', 'note'],
      shape: (g) => ({
        materials: Array.isArray(g.materials) ? g.materials.map((code) => ({ code })) : [],
        ...(g.note !== undefined && { note: g.note }),
      }),
    },
    {
      act: 'refuse',
      path: 'refusal',
      fields: {
        kind: choice('kind', ['not-needed', 'not-ours', 'not-qualified']),
        reason: words('reason'),
        rightBody: q('rightBody'),
      },
      optional: ['rightBody'],
    },
    { act: 'sendBack', path: 'sending-back', fields: { reason: words('reason') } },
    { act: 'requestExtension', path: 'extension', fields: { amount: number('amount'), reason: words('reason') } },
    {
      act: 'decideExtension',
      path: 'extension/decision',
      main: true,
      fields: { approve: q('approve', { type: 'boolean' }), note: words('note') },
    },
    { act: 'issueResult', path: 'result', main: true, fields: { number: q('resultNumber') } },
    {
      act: 'deliver',
      path: 'delivery',
      main: true,
      fields: {
        method: choice('method', ['window', 'door', 'post', 'electronic', 'left']),
        receivedBy: q('receivedBy'),
        witnesses: words('witnesses'),
      },
      optional: ['witnesses'],
      shape: (g) => ({
        method: g.method,
        receivedBy: g.receivedBy,
        ...(g.method === 'left' && { witnesses: lines(g.witnesses) }),
      }),
    },
    { act: 'contact', path: 'contact', main: true, fields: { note: words('contactNote') } },
    {
      act: 'urge',
      path: 'urge',
      fields: { target: unit('urgeTarget', parts), words: words('urgeWords') },
      optional: ['target'],
    },
    {
      act: 'supervise',
      path: 'supervisions',
      fields: { target: unit('target', parts), basis: words('basis'), demand: words('demand'), days: number('days') },
    },
    { act: 'withdraw', path: 'withdrawal', fields: { reason: words('reason') } },
    { act: 'undoWithdrawal', path: 'withdrawal', method: 'DELETE', main: true, fields: {} },
    {
      act: 'void',
      path: 'voiding',
      fields: { kind: choice('voidKind', ['voided', 'entry-error']), reason: words('reason') },
    },
  ]
}

const pairs = (list: MatterPage['materials']) => list.map((x) => [x.code, x.name] as [string, string])

/** What was written wrong is mended at the counter: first which answers, then those questions again. */
function fixAct(item: Item): Act {
  const questions = Object.entries(item.form.properties)
  const chosen = (g: Answers) => questions.filter(([name]) => Array.isArray(g.which) && g.which.includes(name))
  return {
    act: 'fix',
    path: 'fix',
    fields: (g) => ({
      which: several(
        'which',
        questions.map(([name, q]) => [name, q.title ?? name]),
      ),
      ...Object.fromEntries(chosen(g).map(([name, q]) => [`form.${name}`, q])),
      note: words('fixNote'),
    }),
    shape: (g) => ({
      form: Object.fromEntries(
        chosen(g).flatMap(([name]) => (g[`form.${name}`] === undefined ? [] : [[name, g[`form.${name}`]]])),
      ),
      note: g.note,
    }),
  }
}

export function taskActs(task: MatterPage['tasks'][number], units: [string, string][], item: Item | null): Act[] {
  const outcomes = { opinion: ['agree', 'disagree'], decision: ['yes', 'no'], consultation: ['answered'] }[task.kind]
  const unit = (key: string, from: [string, string][]): Question =>
    q(key, { enum: from.map(([id]) => id), 'x-labels': Object.fromEntries(from) })
  const others = units.filter(([id]) => id !== task.unit)
  const special = item?.special.map((s) => s.kind) ?? []
  return [
    {
      act: 'complete',
      path: 'completion',
      main: true,
      optional: ['remedy'],
      fields: {
        outcome: choice('outcome', outcomes),
        opinion: words('opinion'),
        ...(task.kind === 'decision' && { remedy: words('remedy') }),
      },
    },
    {
      act: 'return',
      path: 'return',
      fields: { code: choice('code', ['wrong-unit', 'wrong-item', 'incomplete']), reason: words('reason') },
    },
    { act: 'reroute', path: 'reroute', main: true, fields: { unit: unit('unit', units), note: words('note') } },
    {
      act: 'stop',
      path: 'stop',
      fields: {
        kind: special.length
          ? q('stopKind', { enum: special, 'x-labels': Object.fromEntries(special.map((k) => [k, k])) })
          : q('stopKind'),
        reason: words('stopReason'),
        expectedEnd: q('expectedEnd', { format: 'date' }),
      },
      ...(special.length === 1 && { initial: { kind: special[0] } }),
    },
    { act: 'resume', path: 'resume', main: true, fields: { result: words('stopResult') } },
    {
      act: 'consult',
      path: 'consultation',
      fields: { unit: unit('consultUnit', others), question: words('question'), days: number('days') },
    },
  ]
}

export const replyAct = (): Act => ({ act: 'reply', path: 'reply', main: true, fields: { reply: words('reply') } })
