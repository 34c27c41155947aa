import { type RawBuilder, sql } from 'kysely'
import { visible } from '../case/store.ts'
import type { Actor } from '../platform/auth.ts'
import type { Db } from '../platform/db.ts'
import type { Matter, Own } from './model.ts'

/** The kind's own row and its rating, for case/store's `load` (the case stands as `c`). */
export const ownRow = (district: string): RawBuilder<Own> => sql<Own>`
  (select to_jsonb(m) || jsonb_build_object('rating', (
      select jsonb_build_object('level', r.level, 'words', r.words, 'at', r.at, 'contactedAt', r.contacted_at, 'contactNote', r.contact_note,
          'rectification', r.rectification, 'rectifiedAt', r.rectified_at, 'calledBackAt', r.called_back_at, 'satisfied', r.call_back_satisfied,
          'appeal', r.appeal, 'appealUpheld', r.appeal_upheld)
        from rating r where r.district = ${district} and r.case_id = c.id))
     from matter m where m.district = ${district} and m.case_id = c.id)`

const json = (value: unknown) => (value === null ? null : JSON.stringify(value))

/** The CTE that case/store's `save` puts beside the case (which stands as `c`). */
export const writeOwn = (district: string, caseId: string, own: Own, formChanged: boolean): RawBuilder<unknown> => sql`
  update matter set form = coalesce(${formChanged ? json(own.form) : null}::jsonb, form), deemed = ${own.deemed},
    notice = ${json(own.notice)}, tolerance = ${json(own.tolerance)}, extension = ${json(own.extension)}, decision = ${json(own.decision)},
    result = ${json(own.result)}, delivery = ${json(own.delivery)}, withdrawal = ${json(own.withdrawal)}, refusal = ${json(own.refusal)},
    exceptions = ${json(own.exceptions)}
  where district = ${district} and case_id = ${caseId} and exists (select from c)`

export type Besides = {
  units: Record<string, string>
  accounts: Record<string, string>
  events: {
    id: number
    at: Date
    account_id: string | null
    unit_id: string | null
    capacity: string | null
    verb: string
    data: Record<string, unknown>
  }[]
  papers: {
    id: string
    kind: string
    title: string
    number: string
    issuedAt: string
    sealUnit: string
    voided: boolean
  }[]
  files: Record<string, { id: string; name: string; mime: string; bytes: number }>
  /** Open matters of the same person on the same item: perhaps the same wish twice. */
  others: string[]
}

/** What the page shows beside the case itself: names, history, papers, files. Only for a case already found visible. */
export async function besides(db: Db, district: string, m: Matter, actor: Actor | null): Promise<Besides> {
  const id = m.case.id
  const fileIds = m.materials.flatMap((x) => x.file_ids)
  const { rows } = await sql<Besides>`
    select
      (select jsonb_object_agg(u.id, u.short_name) || jsonb_build_object('place:' || ${m.case.place_id}::text,
         (select p.name from place p where p.district = ${district} and p.id = ${m.case.place_id}))
         from unit u where u.district = ${district}) as units,
      (select coalesce(jsonb_object_agg(a.id, a.name), '{}') from account a where a.district = ${district} and a.id in (
         select e.account_id from event e where e.district = ${district} and e.case_id = ${id})) as accounts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'title', p.body->>'title', 'number', p.number,
           'issuedAt', p.issued_at, 'sealUnit', p.seal_unit, 'voided', v.paper_id is not null) order by p.issued_at), '[]')
         from paper p left join paper_void v on v.district = p.district and v.paper_id = p.id
        where p.district = ${district} and p.case_id = ${id}) as papers,
      (select coalesce(jsonb_object_agg(f.id, jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'bytes', f.bytes)), '{}')
         from file f where f.district = ${district} and f.id = any(${fileIds}::uuid[])) as files,
      (select coalesce(jsonb_agg(o.number), '[]') from (select c.number from party me
        join party y on y.district = me.district and y.id_hash = me.id_hash and y.role = 'applicant' and y.case_id <> me.case_id
        join cases c on c.district = y.district and c.id = y.case_id and c.closed_at is null and c.item_id = ${m.case.item_id}
        where me.district = ${district} and me.case_id = ${id} and me.role = 'applicant' and ${actor ? visible(actor) : sql<boolean>`false`} limit 5) o) as others`.execute(
    db,
  )
  const events = await db
    .selectFrom('event')
    .select(['id', 'at', 'account_id', 'unit_id', 'capacity', 'verb', 'data'])
    .where('district', '=', district)
    .where('case_id', '=', id)
    .orderBy('id')
    .execute()
  return { ...(rows[0] as Besides), events: events as Besides['events'] }
}
