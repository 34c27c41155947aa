import { sayLimit } from '../calendar/clock.ts'
import { civilDate } from '../calendar/workdays.ts'
import { runningClock } from '../case/model.ts'
import { lastDay } from '../case/present.ts'
import { issue, nextNumber } from '../paper/actions.ts'
import type { Post } from '../platform/auth.ts'
import { newId } from '../platform/id.ts'
import type { Changing } from './change.ts'
import { maskText } from './form.ts'
import { deliveryMethods, refusalKinds } from './words.ts'

export type PaperKind =
  | 'acceptance'
  | 'correction'
  | 'refusal'
  | 'tolerance'
  | 'special-procedure'
  | 'extension'
  | 'decision-yes'
  | 'decision-no'
  | 'delivery'
  | 'supervision'
  | 'receipt'
  | 'circulation'
  | 'payment'
  | 'withdrawal'
  | 'authorisation'
  | 'helper'
  | 'promise'

/** Issues a paper on this matter in the name of the unit that acts, and records it. `more` are values only this kind has. */
export async function issuePaper(
  x: Changing,
  kind: PaperKind,
  as: Post | null,
  more: Record<string, string | number> = {},
) {
  const { m, house, at } = x
  const template = house.papers[kind]
  if (!template) throw new Error(`the pack has no template for the paper ${kind}`)
  const list =
    template.list === 'materials'
      ? m.materials
          .filter((r) => r.status !== 'missing')
          .map((r) => `${r.name}${r.status === 'promised' ? '（容缺后补）' : ''}`)
      : kind === 'correction'
        ? (m.own.notice?.items ?? [])
        : kind === 'tolerance'
          ? m.materials.filter((r) => r.status === 'promised').map((r) => r.name)
          : []
  const id = newId()
  const values = {
    ...valuesOf(x),
    ...Object.fromEntries(Object.entries(more).map(([k, v]) => [k, String(v)])),
    ...(await targetName(x, more)),
  }
  // Its number is nobody's business until it is read: taken last, so that the series is locked for the commit alone.
  const issued = issue(x.tx, {
    id,
    district: house.district,
    caseId: m.case.id,
    kind,
    sealUnit: as?.unit ?? m.case.accept_unit,
    template,
    list,
    values,
    caseNumber: m.case.number,
    at,
    by: x.actor.account,
  })
  x.last(issued)
  x.note(as, 'paper.issued', { paper: id, title: template.title })
}

const sayDay = (d: Date | null | undefined) => {
  if (!d) return ''
  const [y, m, day] = civilDate(d).split('-').map(Number)
  return `${y}年${m}月${day}日`
}

function valuesOf({ house, m, item, at }: Changing): Record<string, string> {
  const { case: c, own } = m
  const due = (name: 'total' | 'correction' | 'tolerance') => {
    const d = runningClock(m, name)?.due_at
    return d ? sayDay(lastDay(d)) : ''
  }
  return {
    applicant: m.applicant.name,
    item: item.name,
    number: c.number,
    today: sayDay(at),
    receivedAt: sayDay(c.received_at),
    promised: sayLimit(item.limits.promised),
    legal: item.limits.legal ? `（法定办理期限${sayLimit(item.limits.legal)}）` : '',
    dueAt: due('total'),
    correctionDue: due('correction'),
    toleranceDue: due('tolerance'),
    result: item.result.name,
    reason: own.decision?.reason ?? own.refusal?.reason ?? '',
    remedy: own.decision?.remedy ?? '',
    refusalKind: refusalKinds[own.refusal?.kind ?? ''] ?? '',
    rightBody: own.refusal?.rightBody ? `请向${own.refusal.rightBody}申请。` : '',
    resultLine: own.result?.number ? `（${own.result.name}，编号${maskText(house.crypto, own.result.number)}）` : '',
    method: deliveryMethods[own.delivery?.method ?? ''] ?? '',
    receivedBy: own.delivery?.receivedBy ?? '',
  }
}

async function targetName(x: Changing, more: Record<string, unknown>): Promise<Record<string, string>> {
  if (typeof more.target !== 'string') return {}
  const unit = await x.tx
    .selectFrom('unit')
    .select('name')
    .where('district', '=', x.house.district)
    .where('id', '=', more.target)
    .executeTakeFirst()
  return { target: unit?.name ?? more.target }
}

/** The number of a supervision order: 督办〔2026〕7号. */
export async function nextSerial(x: Changing, series: 'supervision'): Promise<string> {
  const year = civilDate(x.at).slice(0, 4)
  return `督办〔${year}〕${await nextNumber(x.tx, x.house.district, `${series}/${year}`)}号`
}
