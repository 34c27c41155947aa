import type { MatterPage } from '../api/types.ts'
import { t } from '../ui/t.ts'
import { type Act, choice, lines, number, q, words } from './acts.ts'

/** What may befall a matter beside its road; offered behind “more”, so that the daily buttons stay few. */
export function exceptionActs(m: MatterPage, units: [string, string][]): Act[] {
  const yes = (key: string) => q(key, { type: 'boolean' })
  const acts: Act[] = [
    {
      act: 'link',
      path: 'links',
      fields: { other: q('other'), kind: choice('linkKind', ['duplicate', 'related']), note: words('note') },
    },
    { act: 'merge', path: 'merging', fields: { into: q('into'), note: words('note') } },
    {
      act: 'transfer',
      path: 'transfer',
      fields: { place: centreChoice(units), note: words('note') },
    },
    {
      act: 'represent',
      path: 'representative',
      fields: {
        kind: choice('representKind', ['agent', 'guardian', 'heir']),
        name: q('agentName'),
        idNumber: q('agentId'),
        phone: q('agentPhone'),
        why: words('agentWhy'),
        authorisation: words('authorisation'),
      },
    },
    {
      act: 'help',
      path: 'helper',
      fields: { how: choice('how', ['help', 'act']), authorisation: words('authorisation') },
    },
    {
      act: 'visit',
      path: 'visit',
      fields: { day: q('visitDay', { format: 'date' }), slot: choice('slot', ['am', 'pm']), where: words('where') },
    },
    {
      act: 'visited',
      path: 'visit/report',
      main: true,
      fields: { staff: { ...words('visitStaff'), description: t('act.visitStaff.hint') }, note: words('visitNote') },
      shape: (g) => ({ staff: lines(g.staff), note: g.note }),
    },
    {
      act: 'decideLate',
      path: 'late/decision',
      main: true,
      fields: { approve: yes('approveLate'), note: words('note') },
    },
    { act: 'vertical', path: 'vertical', fields: { system: q('system'), number: q('systemNumber') } },
    { act: 'undelivered', path: 'undelivered', fields: { reason: words('reason') } },
    {
      act: 'answerDispute',
      path: 'dispute/answer',
      main: true,
      fields: { words: words('disputeAnswer'), reopen: yes('reopen') },
      initial: { reopen: false },
    },
    { act: 'rectify', path: 'rectification', main: true, fields: { note: words('rectification') } },
    { act: 'callBack', path: 'call-back', main: true, fields: { satisfied: yes('satisfied'), note: words('note') } },
    { act: 'appeal', path: 'rating/appeal', fields: { reason: words('reason') } },
    {
      act: 'decideAppeal',
      path: 'rating/appeal/decision',
      main: true,
      fields: { uphold: yes('uphold'), note: words('note') },
    },
    {
      act: 'paper',
      path: 'papers',
      fields: (g) => ({
        kind: choice('paperKind', [
          'receipt',
          'circulation',
          'payment',
          'withdrawal',
          'authorisation',
          'helper',
          'promise',
        ]),
        ...(g.kind === 'payment' && { amount: { ...number('payAmount'), type: 'number' } }),
        note: words('note'),
      }),
      optional: ['note'],
    },
  ]
  const place = m.status === 'received' ? acts : acts.filter((a) => a.act !== 'transfer')
  return place.map((a) => ({ ...a, more: !a.main }))
}

/** A community by the name of its service centre. */
function centreChoice(units: [string, string][]) {
  const centres = units.filter(([id]) => id.endsWith('-centre')).map(([id, name]) => [id.slice(0, -7), name])
  return q('transferPlace', { enum: centres.map(([id]) => id as string), 'x-labels': Object.fromEntries(centres) })
}
