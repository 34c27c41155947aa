import type { MatterPage } from '../api/types.ts'
import type { Question } from '../ui/form/schema.ts'
import { t } from '../ui/t.ts'

/**
 * What staff can do to a matter, as data: the ability's name, the address under the matter, and what must be said. The
 * server's rule decides who may; the same answer stands on the button.
 */
export type Act = {
  act: string
  path: string
  fields: Record<string, Question>
  optional?: string[]
  main?: boolean
  shape?: (given: Record<string, unknown>) => object
}
type Fields = Record<string, Question>

const q = (key: string, more: Question = {}): Question => ({
  title: t(`act.${key}`),
  type: 'string',
  maxLength: 90,
  ...more,
})
const words = (key: string): Question => q(key, { maxLength: 500 })
const choice = (key: string, values: string[]): Question =>
  q(key, { enum: values, 'x-labels': Object.fromEntries(values.map((v) => [v, t(`act.${key}.${v}`)])) })
const number = (key: string): Question => q(key, { type: 'integer' })
/** One thing a line: people list what is lacking as they would on paper. */
const lines = (v: unknown) =>
  String(v ?? '')
    .split('\n')
    .map((s) => s.trim())
    .filter(Boolean)

export function matterActs(m: MatterPage, units: [string, string][]): Act[] {
  const lacking = m.materials.filter((x) => x.status === 'missing')
  const parts = [
    ...new Map([[m.acceptUnit, m.acceptUnitName], ...m.tasks.map((x) => [x.unit, x.unitName] as [string, string])]),
  ]
  const unit = (key: string, from: [string, string][]): Question =>
    q(key, { enum: from.map(([id]) => id), 'x-labels': Object.fromEntries(from) })
  void units
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
      fields: { items: { ...words('items'), description: t('act.items.hint') }, days: number('correctionDays') },
      optional: ['days'],
      shape: (g) => ({ items: lines(g.items), ...(g.days !== undefined && { days: g.days }) }),
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
      fields: { method: choice('method', ['window', 'door', 'post', 'electronic']), receivedBy: q('receivedBy') },
    },
    { act: 'contact', path: 'contact', main: true, fields: { note: words('contactNote') } },
    { act: 'urge', path: 'urge', fields: { words: words('urgeWords') } },
    {
      act: 'supervise',
      path: 'supervisions',
      fields: { target: unit('target', parts), basis: words('basis'), demand: words('demand'), days: number('days') },
    },
    { act: 'withdraw', path: 'withdrawal', fields: { reason: words('reason') } },
    {
      act: 'void',
      path: 'voiding',
      fields: { kind: choice('voidKind', ['voided', 'entry-error']), reason: words('reason') },
    },
  ]
}

export function taskActs(task: MatterPage['tasks'][number], units: [string, string][]): Act[] {
  const outcomes = { opinion: ['agree', 'disagree'], decision: ['yes', 'no'], consultation: ['answered'] }[task.kind]
  const unit = (key: string): Question =>
    q(key, { enum: units.map(([id]) => id), 'x-labels': Object.fromEntries(units) })
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
    { act: 'reroute', path: 'reroute', main: true, fields: { unit: unit('unit'), note: words('note') } },
    {
      act: 'stop',
      path: 'stop',
      fields: { kind: q('stopKind'), reason: words('stopReason'), expectedEnd: q('expectedEnd', { format: 'date' }) },
    },
    { act: 'resume', path: 'resume', main: true, fields: { result: words('stopResult') } },
    {
      act: 'consult',
      path: 'consultation',
      fields: { unit: unit('consultUnit'), question: words('question'), days: number('days') },
    },
  ]
}

export const replyAct = (): Act => ({ act: 'reply', path: 'reply', main: true, fields: { reply: words('reply') } })
