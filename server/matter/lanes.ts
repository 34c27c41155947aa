import type { Calendar } from '../calendar/workdays.ts'
import { civilDate, restDays } from '../calendar/workdays.ts'
import { mainClock } from '../case/clocks.ts'
import { running, span, taskSpans } from '../case/lanes.ts'
import { iso } from '../case/present.ts'
import type { Lane, LanesView } from '../case/view.ts'
import type { Matter } from './model.ts'
import { awaitsReroute, successorOf } from './rules.ts'

type Names = (unit: string) => string
const date = (s: string | undefined | null) => (s ? new Date(s) : null)

/** The matter's life: the applicant's lane, the window's, then one lane a unit in the order they came in. */
export function lanesOf(calendar: Calendar, m: Matter, issuer: string, name: Names, now: Date): LanesView {
  const { case: c, own } = m
  const end = c.closed_at ?? now
  const clocks = (n: string) => m.clocks.filter((k) => k.name === n)
  const applicant: Lane = {
    unit: 'applicant',
    name: '申请人',
    role: '申请人',
    spans: [
      span(c.received_at, c.received_at, 'done', '提交申请'),
      ...clocks('correction').flatMap((k) => running('补正材料', k.started_at, k.ended_at, k.due_at, now)),
      ...clocks('tolerance').flatMap((k) => running('补齐容缺材料', k.started_at, k.ended_at, k.due_at, now)),
    ],
  }
  const window: Lane = {
    unit: c.accept_unit,
    name: name(c.accept_unit),
    role: '受理',
    spans: [
      ...clocks('notice').flatMap((k) => running('审查申请', k.started_at, k.ended_at, k.due_at, now)),
      ...clocks('correction').map((k) => span(k.started_at, k.ended_at, 'waiting', '等待补正')),
      ...m.tasks
        .filter((t) => t.status === 'returned')
        .map((t) => {
          const next = successorOf(m, t)
          return span(
            t.ended_at ?? now,
            next?.opened_at ?? (awaitsReroute(m, t) && !c.closed_at ? null : end),
            'running',
            '处理退回',
          )
        }),
    ],
  }
  const decided = c.decided_at
  const ready = own.decision?.outcome === 'no' ? decided : date(own.result?.at)
  if (ready)
    window.spans.push(...running('送达', ready, date(own.delivery?.at), clocks('delivery')[0]?.due_at ?? null, now))

  const lanes = new Map<string, Lane>([
    ['applicant', applicant],
    [c.accept_unit, window],
  ])
  for (const t of m.tasks) {
    const lane = lanes.get(t.unit_id) ?? {
      unit: t.unit_id,
      name: name(t.unit_id),
      role: roleOf(m, t.unit_id, t.kind),
      spans: [],
    }
    lanes.set(t.unit_id, lane)
    lane.spans.push(
      ...taskSpans(
        t,
        m.clocks.find((k) => k.task_id === t.id && k.name === 'task'),
        now,
      ),
    )
  }
  if (decided && own.decision?.outcome === 'yes') {
    const lane = lanes.get(issuer) ?? { unit: issuer, name: name(issuer), role: '出证', spans: [] }
    lanes.set(issuer, lane)
    lane.spans.push(span(decided, date(own.result?.at), 'running', '制证'))
  }
  const main = mainClock(m) ?? clocks('total')[0]
  const last = Math.max(now.getTime(), main?.due_at?.getTime() ?? 0, main?.legal_due_at?.getTime() ?? 0)
  const to = c.closed_at ? new Date(Math.max(c.closed_at.getTime(), main?.due_at?.getTime() ?? 0)) : new Date(last)
  return {
    from: c.received_at.toISOString(),
    to: to.toISOString(),
    now: now.toISOString(),
    promisedAt: iso(main?.due_at ?? null),
    legalAt: iso(main?.legal_due_at ?? null),
    rest: restDays(calendar, civilDate(c.received_at), civilDate(to)),
    lanes: [...lanes.values()],
  }
}
const roleOf = (m: Matter, unit: string, kind: string) =>
  kind === 'consultation' ? '征求意见' : unit === m.case.lead_unit ? '牵头' : '协办'
