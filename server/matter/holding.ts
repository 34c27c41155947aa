import { runningClock } from '../case/model.ts'
import { lastDay, sayDate } from '../case/present.ts'
import type { Matter } from './model.ts'
import { awaitsReroute } from './rules.ts'
import { statusText } from './words.ts'

/** Who holds it, since when, until when: one sentence, true at `now`. */
export function holding(m: Matter, issuer: string, name: (unit: string) => string, now: Date): string {
  const { case: c } = m
  const day = (d: Date) => sayDate(d, now)
  const by = (d: Date | null | undefined) => (d ? `，应于${day(lastDay(d))}（含）前` : '')
  const window = name(c.accept_unit)
  switch (c.status) {
    case 'received': {
      const k = runningClock(m, 'notice')
      return `${window}自${day(k?.started_at ?? c.received_at)}起审查${by(k?.due_at)}受理或一次性告知`
    }
    case 'correction': {
      const k = runningClock(m, 'correction')
      return `等待申请人补正，自${day(k?.started_at ?? c.received_at)}起${by(k?.due_at)}补齐`
    }
    case 'processing': {
      const parts = m.tasks
        .filter((t) => t.status === 'open')
        .map((t) => {
          const k = runningClock(m, 'task', t.id)
          const since = `${name(t.unit_id)}自${day(t.opened_at)}起办理“${t.title}”`
          if (!k?.stopped_since) return `${since}${by(k?.due_at)}完成`
          const until = k.segments.findLast((s) => s.kind === 'stop')
          return `${since}，${day(k.stopped_since)}起暂停计时（${until?.reason}，预计${until?.kind === 'stop' && until.expectedEnd ? day(new Date(`${until.expectedEnd}T12:00:00+08:00`)) : ''}结束）`
        })
      const back = m.tasks
        .filter((t) => awaitsReroute(m, t))
        .map((t) => `${window}自${day(t.ended_at ?? now)}起处理${name(t.unit_id)}退回的“${t.title}”`)
      return [...parts, ...back].join('；')
    }
    case 'decided':
    case 'issued': {
      const k = runningClock(m, 'delivery')
      const making = c.status === 'decided' && m.own.decision?.outcome === 'yes'
      const since = day(making ? (c.decided_at ?? now) : new Date(m.own.result?.at ?? c.decided_at ?? now))
      return `${making ? `${name(issuer)}自${since}起制作结果` : `${window}自${since}起等待送达`}${by(k?.due_at)}送达`
    }
    default:
      return `${statusText(c.status)}，${day(c.closed_at ?? now)}`
  }
}
