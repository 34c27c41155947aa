import { sql } from 'kysely'
import type { PaperTemplate } from '../content/paper.ts'
import type { Tx } from '../platform/db.ts'
import { refused } from '../platform/refusal.ts'

/** A paper's text as it will stand for ever. */
export type PaperBody = {
  title: string
  addressee: string
  paragraphs: string[]
  list: string[]
  closing: string | null
  sealName: string
  /** Printed beside the QR code, to look up the progress. */
  caseNumber: string
  /** What the QR code leads to; without it the code says the number. */
  trackUrl?: string
  /** The version this one stands in for, which is void since (R-B.14). */
  replaces?: { version: number; issuedAt: string }
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
  trackUrl?: string
  at: Date
  by: string
}
export type Issued = { id: string; number: string; version: number }

/**
 * Issues a paper in the caller's transaction: takes the next number of the unit's series for that kind and year, without
 * gaps, and freezes the text, in one statement. What is issued never changes (R-B.14).
 * Its number is such as 天井湖受〔2026〕12号.
 */
export async function issue(tx: Tx, p: Issue): Promise<Issued> {
  const year = new Date(p.at.getTime() + 8 * 3_600_000).getUTCFullYear()
  const { rows } = await sql<Issued>`
    with s as (insert into serial (district, name, n) values (${p.district}, ${`${p.kind}/${p.sealUnit}/${year}`}, 1)
      on conflict (district, name) do update set n = serial.n + 1 returning n)
    insert into paper (district, id, case_id, kind, number, version, body, issued_at, issued_by, seal_unit)
    select ${p.district}, ${p.id}, ${p.caseId}, ${p.kind}, regexp_replace(u.short_name, '(社区)?(公共|便民|为民)?服务中心$', '') || ${`${p.template.word}〔${year}〕`} || s.n || '号', 1,
      ${JSON.stringify(bodyOf(p))}::jsonb || jsonb_build_object('sealName', u.name), ${p.at}, ${p.by}, ${p.sealUnit}
    from s left join unit u on u.district = ${p.district} and u.id = ${p.sealUnit}
    returning id, number, version`.execute(tx)
  return rows[0] as Issued
}

/**
 * Issues a paper in place of one of the same case and kind that was wrong: same number, next version, naming what it
 * replaces; the old one is void from now on and stays as it is (R-B.14). To be waited for before the commit.
 * @throws Refusal 409 when the old one is void already, or is no paper of this case and kind.
 */
export async function reissue(tx: Tx, p: Issue, old: { id: string; reason: string }): Promise<Issued> {
  const { rows } = await sql<Issued>`
    with old as (select district, id, number, version, issued_at from paper
        where district = ${p.district} and id = ${old.id} and case_id = ${p.caseId} and kind = ${p.kind}),
      void as (insert into paper_void (district, paper_id, at, by_account, reason)
        select old.district, old.id, ${p.at}, ${p.by}, ${old.reason} from old on conflict do nothing returning paper_id)
    insert into paper (district, id, case_id, kind, number, version, body, issued_at, issued_by, seal_unit)
    select ${p.district}, ${p.id}, ${p.caseId}, ${p.kind}, old.number, old.version + 1,
      ${JSON.stringify(bodyOf(p))}::jsonb || jsonb_build_object('sealName', u.name,
        'replaces', jsonb_build_object('version', old.version, 'issuedAt', old.issued_at)),
      ${p.at}, ${p.by}, ${p.sealUnit}
    from old join void on void.paper_id = old.id join unit u on u.district = ${p.district} and u.id = ${p.sealUnit}
    returning id, number, version`.execute(tx)
  if (!rows[0]) throw refused('这份文书已经作废，或者不是本办件的同类文书')
  return rows[0]
}

/** The template filled in. A paragraph whose every placeholder is empty says nothing and is left out. */
function bodyOf(p: Issue): Omit<PaperBody, 'sealName'> {
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => p.values[m[1] as string] ?? '')
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => p.values[name] ?? '')
  const says = (text: string) => text !== '' && (!names(text).length || names(text).some(Boolean))
  const { title, addressee, paragraphs, closing } = p.template
  return {
    title,
    addressee: fill(addressee),
    paragraphs: paragraphs.filter(says).map(fill),
    list: p.list,
    closing: closing && says(closing) ? fill(closing) : null,
    caseNumber: p.caseNumber,
    ...(p.trackUrl && { trackUrl: p.trackUrl }),
  }
}

/** The next number of a gapless series. The row stays locked until the transaction ends. */
export async function nextNumber(tx: Tx, district: string, series: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`insert into serial (district, name, n) values (${district}, ${series}, 1)
    on conflict (district, name) do update set n = serial.n + 1 returning n`.execute(tx)
  return rows[0]?.n as number
}
