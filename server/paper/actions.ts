import { sql } from 'kysely'
import type { PaperTemplate } from '../content/paper.ts'
import type { Tx } from '../platform/db.ts'

/** A paper's text as it will stand for ever. */
export type PaperBody = {
  title: string
  addressee: string
  paragraphs: string[]
  list: string[]
  closing: string | null
  sealName: string
  /** What the QR code says: the case's number, to look up its progress. */
  caseNumber: string
}
export type Issue = {
  id: string
  district: string
  caseId: string
  kind: string
  sealUnit: string
  template: PaperTemplate
  values: Record<string, string>
  list: string[]
  caseNumber: string
  at: Date
  by: string
}

/**
 * Issues a paper in the caller's transaction: takes the next number of the unit's series for that kind and year, without
 * gaps, and freezes the text, in one statement. What is issued never changes (R-B.14).
 * Its number is such as 天井湖受〔2026〕12号.
 */
export function issue(tx: Tx, p: Issue): Promise<unknown> {
  const year = new Date(p.at.getTime() + 8 * 3_600_000).getUTCFullYear()
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => p.values[name] ?? '')
  const body = {
    title: p.template.title,
    addressee: fill(p.template.addressee),
    paragraphs: p.template.paragraphs.map(fill).filter(Boolean),
    list: p.list,
    closing: p.template.closing && fill(p.template.closing),
    caseNumber: p.caseNumber,
  }
  return sql`
    with s as (insert into serial (district, name, n) values (${p.district}, ${`${p.kind}/${p.sealUnit}/${year}`}, 1)
      on conflict (district, name) do update set n = serial.n + 1 returning n)
    insert into paper (district, id, case_id, kind, number, version, body, issued_at, issued_by, seal_unit)
    select ${p.district}, ${p.id}, ${p.caseId}, ${p.kind}, replace(u.short_name, '公共服务中心', '') || ${`${p.template.word}〔${year}〕`} || s.n || '号', 1,
      ${JSON.stringify(body)}::jsonb || jsonb_build_object('sealName', u.name), ${p.at}, ${p.by}, ${p.sealUnit}
    from s left join unit u on u.district = ${p.district} and u.id = ${p.sealUnit}`.execute(tx)
}

/** The next number of a gapless series. The row stays locked until the transaction ends. */
export async function nextNumber(tx: Tx, district: string, series: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`insert into serial (district, name, n) values (${district}, ${series}, 1)
    on conflict (district, name) do update set n = serial.n + 1 returning n`.execute(tx)
  return rows[0]?.n as number
}
