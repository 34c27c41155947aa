import { sql } from 'kysely'
import type { PaperTemplate } from '../content/paper.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/id.ts'

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
 * @returns its number, such as 天井湖受〔2026〕12号
 */
export async function issue(tx: Tx, p: Issue): Promise<{ id: string; number: string; title: string }> {
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
  const id = newId()
  const { rows } = await sql<{ number: string }>`
    with u as (select name, short_name from unit where district = ${p.district} and id = ${p.sealUnit}),
    s as (insert into serial (district, name, n) values (${p.district}, ${`${p.kind}/${p.sealUnit}/${year}`}, 1)
      on conflict (district, name) do update set n = serial.n + 1 returning n)
    insert into paper (district, id, case_id, kind, number, version, body, issued_at, issued_by, seal_unit)
    select ${p.district}, ${id}, ${p.caseId}, ${p.kind}, replace(u.short_name, '公共服务中心', '') || ${`${p.template.word}〔${year}〕`} || s.n || '号', 1,
      ${JSON.stringify(body)}::jsonb || jsonb_build_object('sealName', u.name), ${p.at}, ${p.by}, ${p.sealUnit}
    from u, s returning number`.execute(tx)
  if (!rows[0]) throw new Error(`no unit ${p.sealUnit} to seal the paper`)
  return { id, number: rows[0].number, title: body.title }
}

/** The next number of a gapless series. The row stays locked until the transaction ends. */
export async function nextNumber(tx: Tx, district: string, series: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`insert into serial (district, name, n) values (${district}, ${series}, 1)
    on conflict (district, name) do update set n = serial.n + 1 returning n`.execute(tx)
  return rows[0]?.n as number
}
