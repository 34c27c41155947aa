import type { Template } from '../content/report.ts'
import { keptByIds } from '../indicator/actions.ts'
import { type Actor, hasDuty } from '../platform/auth.ts'
import { civilToday } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { notFound } from '../platform/refusal.ts'
import { figureIds, lacking } from './actions.ts'
import type { Filled } from './resolve.ts'
import { alarmOf, mayClose, mayDeliver, mayWrite } from './rules.ts'
import * as store from './store.ts'
import { type Block, parse } from './template.ts'

/** The list: each report with the next of its days. */
export async function list(house: House, actor: Actor) {
  const reports = await store.reportsOf(house, actor)
  const nodes = await store.nodesIn(
    house.db,
    house,
    reports.map((r) => r.id),
  )
  const today = civilToday(house.clock)
  return Promise.all(
    reports.map(async (r) => {
      const mine = nodes.filter((n) => n.report === r.id)
      const next = mine.find((n) => !n.doneOn)
      return { ...plainReport(r), next: next ? { ...next, alarm: alarmOf(next.dueOn, next.doneOn, today) } : null }
    }),
  )
}
const plainReport = ({ digest: _, createdAt, ...r }: store.Report) => ({ ...r, createdAt: createdAt.toISOString() })

export type Shown = Omit<Filled, 'reckoned'> & { status: string | null; override: number | null; title: string }
export type Whole = Awaited<ReturnType<typeof whole>>

/** Everything about one report, in one version of its text. */
export async function whole(house: House, actor: Actor, id: string, wanted?: number) {
  const report = await store.reportOf(house.db, house, actor, id)
  const template = await store.templateOf(house, { digest: report.digest })
  const versions = await store.versionsOf(house.db, house, id)
  const last = versions.at(-1)
  const version = wanted === undefined ? last : versions.find((v) => v.n === wanted)
  if (!version) throw notFound('没有这一稿')
  const opinions = await store.opinionsOf(house.db, house, id)
  const today = civilToday(house.clock)
  const nodes = (await store.nodesIn(house.db, house, [id])).map(({ report: _, ...n }) => ({
    ...n,
    title: template.nodes.find((t) => t.id === n.node)?.title ?? n.node,
    law: template.nodes.find((t) => t.id === n.node)?.law ?? null,
    alarm: alarmOf(n.dueOn, n.doneOn, today),
  }))
  const earlier = await store.before(house.db, house, report.template, report.meetingOn)
  const writes = hasDuty(actor, 'statistician')
  const kept = await keptByIds(house.db, house, figureIds(version.figures))
  const text = spelled(template, version, kept)
  return {
    ...plainReport(report),
    audience: template.audience,
    version: version.n,
    body: version.body,
    ...text,
    versions: versions.map(({ body: _b, figures: _f, madeAt, ...v }) => ({ ...v, madeAt: madeAt.toISOString() })),
    opinions: opinions.map(({ respondedAt, ...o }) => ({ ...o, respondedAt: respondedAt?.toISOString() ?? null })),
    nodes,
    promises: await store.promisesOf(house.db, house, id),
    earlier: earlier && { ...earlier, promises: await store.promisesOf(house.db, house, earlier.id) },
    yardstick: template.yardstick ?? [],
    may: {
      write: writes ? mayWrite(report) : '只有统计员可以改报告',
      lock: writes
        ? report.status === 'draft'
          ? await lacking(house.db, house, report, template, last)
          : ['已经锁定']
        : ['只有统计员可以锁定报告'],
      deliver: writes ? mayDeliver(report, today) : '只有统计员可以登记',
      close: writes ? mayClose(report, opinions) : '只有统计员可以登记',
    },
  }
}

/** The text as blocks, its figures with how far each has come. */
export function spelled(template: Template, version: store.Version, kept: Awaited<ReturnType<typeof keptByIds>>) {
  const blocks: Block[] = parse(version.body)
  const titles = new Map((template.yardstick ?? []).flatMap((y) => y.marks.map((m) => [m, y.title] as const)))
  const figures = version.figures.map((f): Shown => {
    const k = kept.get(f.figure ?? '')
    return { ...f, status: k?.status ?? null, override: k?.override ?? null, title: titles.get(f.mark) ?? f.source }
  })
  return { blocks, figures }
}
