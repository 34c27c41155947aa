import { sql } from 'kysely'
import type { NoticeRules } from '../content/notice.ts'
import { tell } from '../matter/view.ts'
import type { Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import type { Channel, Gateways } from './gateway.ts'
import { mostAttempts, recipientsOf, type Told, waitMinutes, whyApplicant, whySupervisor, whyUnit } from './rules.ts'

type Row = Told & { id: number; at: Date; case_id: string; applicant_account: string | null; place: string }

/**
 * Makes the messages of the events sealed since last time. A seal has let every writer below it finish, so that going by its
 * number misses nothing; the cursor moves in the same transaction, so that nothing is told twice.
 * @returns how many messages were made.
 */
export async function writeMessages(house: House, rules: NoticeRules, most = 500): Promise<number> {
  return house.db.transaction().execute(async (tx) => {
    const cursor = await sql<{ event_id: number }>`
      insert into message_cursor (district, event_id) values (${house.district}, 0)
      on conflict (district) do update set event_id = message_cursor.event_id returning event_id`.execute(tx)
    const after = cursor.rows[0]?.event_id ?? 0
    const { rows } = await sql<Row>`
      select e.id, e.at, e.verb, e.data, c.id as case_id, c.title, c.number, c.accept_unit, c.lead_unit, c.applicant_account, p.path as place
        from event e join cases c on c.district = e.district and c.id = e.case_id
        join place p on p.district = c.district and p.id = c.place_id
       where e.district = ${house.district} and e.id > ${after} and e.verb = any(${Object.keys(rules)}::text[])
         and e.id <= (select coalesce(max(up_to), 0) from event_seal where district = ${house.district})
       order by e.id limit ${most}`.execute(tx)
    const made = rows.length ? await writeAll(tx, house, rules, rows) : 0
    const upTo =
      rows.length === most
        ? sql`${rows.at(-1)?.id ?? after}::bigint`
        : sql`(select coalesce(max(up_to), 0) from event_seal where district = ${house.district})`
    await sql`update message_cursor set event_id = ${upTo} where district = ${house.district}`.execute(tx)
    return made
  })
}

type Post = { account_id: string; unit_id: string; duty: string; path: string }

/** All messages of a batch in one statement; who works where is read once for all of them. */
async function writeAll(tx: Tx, house: House, rules: NoticeRules, rows: Row[]): Promise<number> {
  const { rows: units } = await sql<{ id: string; short_name: string }>`
    select id, short_name from unit where district = ${house.district}`.execute(tx)
  const names = new Map(units.map((u) => [u.id, u.short_name]))
  const name = (id: unknown) => names.get(String(id)) ?? String(id ?? '')
  const { rows: posts } = await sql<Post>`
    select p.account_id, p.unit_id, p.duty, pl.path from post p join place pl on pl.district = p.district and pl.id = p.place_id
     where p.district = ${house.district} and p.duty in ('clerk', 'handler', 'head', 'supervisor')
       and p.valid_from <= ${house.clock.now()}::date and (p.valid_to is null or p.valid_to > ${house.clock.now()}::date)`.execute(
    tx,
  )
  const messages = rows.flatMap((row) => {
    const to = recipientsOf(rules, row)
    if (!to) return []
    const text = `“${row.title}”（${row.number}）：${tell(row.verb, row.data, name)}`
    const staff = new Map(
      posts.flatMap((p): [string, string][] =>
        to.supervisors && p.duty === 'supervisor' && row.place.startsWith(p.path)
          ? [[p.account_id, whySupervisor]]
          : p.duty !== 'supervisor' && to.units.includes(p.unit_id)
            ? [[p.account_id, whyUnit]]
            : [],
      ),
    )
    const own = to.applicant
      ? [{ recipient: row.applicant_account ?? 'applicant', account: row.applicant_account, why: whyApplicant }]
      : []
    return [...[...staff].map(([account, why]) => ({ recipient: account, account, why })), ...own].map((m) => ({
      ...m,
      id: newId(),
      event: row.id,
      case: row.case_id,
      legal: to.legal,
      at: row.at,
      text,
      outward: m.why === whyApplicant,
    }))
  })
  if (!messages.length) return 0
  await sql`
    with x as (
      select * from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) as x(id uuid, event bigint, "case" uuid, recipient text,
        account text, legal boolean, text text, why text, at timestamptz, outward boolean)),
    m as (
      insert into message (district, id, event_id, case_id, recipient, account_id, legal, text, why, at)
      select ${house.district}, x.id, x.event, x."case", x.recipient, x.account, x.legal, x.text, x.why, x.at from x
      on conflict do nothing returning id)
    insert into message_send (district, message_id, channel, next_at)
    select ${house.district}, x.id, ch.channel, x.at from m join x using (id) cross join (values ('sms'), ('wechat')) as ch(channel)
      left join message_preference w on w.district = ${house.district} and w.account_id = x.account and w.channel = ch.channel
     where x.outward
       -- By default a text message for what the law asks for, nothing more; one may ask for all, but not refuse that.
       and (case when ch.channel = 'sms' then x.legal or coalesce(w.wanted, false) else coalesce(w.wanted, false) end)`.execute(
    tx,
  )
  return messages.length
}

type Due = { id: string; channel: Channel; text: string; why: string; attempts: number; phone: Buffer }

/** Sends what is due, one attempt each. Several servers share the work: each takes rows that no other holds. */
export async function sendMessages(house: House, gateways: Gateways, most = 50): Promise<number> {
  const channels = (Object.keys(gateways) as Channel[]).filter((c) => gateways[c])
  if (!channels.length) return 0
  return house.db.transaction().execute(async (tx) => {
    const now = house.clock.now()
    const { rows } = await sql<Due>`
      select m.id, s.channel, m.text, m.why, s.attempts, y.phone from message_send s
        join message m on m.district = s.district and m.id = s.message_id
        join party y on y.district = m.district and y.case_id = m.case_id and y.role = 'applicant'
       where s.district = ${house.district} and s.next_at <= ${now} and s.channel = any(${channels}::text[])
       order by s.next_at limit ${most} for update of s skip locked`.execute(tx)
    for (const row of rows) {
      const error = await gateways[row.channel]?.(
        house.crypto.unseal(row.phone),
        `【邻里】${row.text}（${row.why}）`,
        row.id,
      ).then(
        () => null,
        (e: Error) => e.message.slice(0, 200),
      )
      const again = error !== null && row.attempts + 1 < mostAttempts
      const next = again ? new Date(now.getTime() + waitMinutes(row.attempts) * 60_000) : null
      await sql`update message_send set attempts = attempts + 1, next_at = ${next}, sent_at = ${error === null ? now : null}, error = ${error}
        where district = ${house.district} and message_id = ${row.id} and channel = ${row.channel}`.execute(tx)
    }
    return rows.length
  })
}
