import { sql } from 'kysely'
import { digestOf } from '../content/publish.ts'
import { compile } from '../kernel/compile.ts'
import { act, type Command } from '../platform/act.ts'
import { postAs } from '../platform/auth.ts'
import type { Tx } from '../platform/db.ts'
import type { House } from '../platform/house.ts'
import { newId } from '../platform/id.ts'
import { badInput, notFound, refused } from '../platform/refusal.ts'
import { faultsOf, groundOf, itemsOn } from './check.ts'

type Kind = 'item' | 'process'
export type Draft = { kind: Kind; target: string; body: object; note: string; id?: string }
type Row = {
  id: string
  kind: Kind
  target: string
  body: object
  status: string
  author: string
  effective_from: Date | null
}

const proposalOf = async (tx: Tx, house: House, id: string) => {
  const { rows } = await sql<Row>`select id, kind, target, body, status, author, effective_from from proposal
    where district = ${house.district} and id = ${id} for update`.execute(tx)
  if (!rows[0]) throw notFound('没有这份修改稿')
  return rows[0]
}
const manager = (a: Parameters<typeof postAs>[0]) => postAs(a, (p) => p.duty === 'catalogue-manager')

/** Keeps what is being worked on; faults are no hindrance yet. */
export const keepDraft = (house: House, command: Command, given: Draft) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const { kind, target, note } = given
    const body = JSON.stringify(given.body)
    const id = given.id ?? newId()
    if (given.id) {
      const p = await proposalOf(tx, house, given.id)
      if (p.author !== actor.account) throw refused('只有起草人可以改这份修改稿')
      if (p.status !== 'draft' && p.status !== 'rejected') throw refused('已经提交，不能再改')
      await sql`update proposal set body = ${body}, note = ${note}, status = 'draft', updated_at = ${at}
        where district = ${house.district} and id = ${id}`.execute(tx)
    } else
      await sql`insert into proposal (district, id, kind, target, base_digest, body, note, status, author, updated_at)
        values (${house.district}, ${id}, ${kind}, ${target}, (select digest from definition where district = ${house.district}
          and kind = ${kind} and id = ${target} order by version desc limit 1), ${body}, ${note}, 'draft', ${actor.account}, ${at})`.execute(
        tx,
      )
    record({ as: manager(actor), verb: 'proposal.kept', data: { proposal: id, kind, target } })
    return { id, status: 'draft' }
  })

/** For a second person to read; refused with every fault while there is one. */
export const submitDraft = (house: House, command: Command, id: string, effectiveFrom: string | undefined) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const p = await proposalOf(tx, house, id)
    if (p.author !== actor.account) throw refused('只有起草人可以提交')
    if (p.status !== 'draft') throw refused('这份修改稿已经提交过')
    if (effectiveFrom && Date.parse(effectiveFrom) < at.getTime())
      throw badInput([{ field: 'effectiveFrom', message: '“生效时间”不能早于现在' }])
    const faults = await faultsOf(tx, house, p.kind, p.target, p.body)
    if (faults.length)
      throw badInput(faults.slice(0, 20).map((f) => ({ field: `body.${f.path}`, message: `${f.path}：${f.reason}` })))
    await sql`update proposal set status = 'submitted', submitted_at = ${at}, effective_from = ${effectiveFrom ?? null}
      where district = ${house.district} and id = ${id}`.execute(tx)
    record({ as: manager(actor), verb: 'proposal.submitted', data: { proposal: id, target: p.target } })
    return { id, status: 'submitted' }
  })

/** Four eyes: never the author's own. Approval publishes at once; what it says of the day is kept with it. */
export const review = (house: House, command: Command, id: string, given: { approve: boolean; note: string }) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const p = await proposalOf(tx, house, id)
    if (p.status !== 'submitted') throw refused('这份修改稿没有在等待审核')
    if (p.author === actor.account) throw refused('不能审核自己起草的修改稿')
    const digest = given.approve ? await publish(tx, house, p, at) : null
    const status = given.approve ? 'published' : 'rejected'
    await sql`update proposal set status = ${status}, reviewer = ${actor.account}, reviewed_at = ${at}, review_note = ${given.note}, digest = ${digest}
      where district = ${house.district} and id = ${id}`.execute(tx)
    const as = postAs(actor, (post) => ['catalogue-manager', 'supervisor', 'leader'].includes(post.duty))
    record({ as, verb: `proposal.${status}`, data: { proposal: id, target: p.target, digest, note: given.note } })
    return { id, status }
  })

async function publish(tx: Tx, house: House, p: Row, at: Date): Promise<string> {
  const faults = await faultsOf(tx, house, p.kind, p.target, p.body) // the ground may have moved since it was submitted
  if (faults.length) throw refused(`现在不能发布：${faults[0]?.path} ${faults[0]?.reason}`)
  const ground = await groundOf(tx, house)
  if (p.kind === 'item') {
    const item = p.body as { process: string }
    return insert(
      tx,
      house,
      'item',
      p.target,
      { ...item, process: ground.drawn.get(item.process)?.digest },
      at,
      p.effective_from,
    )
  }
  const { xml } = p.body as { xml: string }
  const process = await compile(xml, (id) => ground.drawn.get(id)?.xml)
  const items = await itemsOn(tx, house, p.target)
  const digest = await insert(tx, house, 'process', p.target, { xml, process }, at, p.effective_from)
  for (const item of items) await insert(tx, house, 'item', item.id, { ...item, process: digest }, at, p.effective_from)
  return digest
}

/** The next version; going back to what an earlier one said makes a new one, marked as such. */
async function insert(tx: Tx, house: House, kind: Kind, id: string, body: object, at: Date, from: Date | null) {
  const { rows } = await sql<{ digest: string; version: number }>`select digest, version from definition
    where district = ${house.district} and kind = ${kind} and id = ${id} order by version`.execute(tx)
  const version = (rows.at(-1)?.version ?? 0) + 1
  const fresh = rows.some((r) => r.digest === digestOf(body)) ? { ...body, republished: version } : body
  const digest = digestOf(fresh)
  await sql`insert into definition (district, kind, id, digest, version, body, published_at, origin, effective_from)
    values (${house.district}, ${kind}, ${id}, ${digest}, ${version}, ${JSON.stringify(fresh)}, ${at}, 'workshop', ${from})`.execute(
    tx,
  )
  return digest
}

/** Nobody can ask for it any more, or again; who has asked already goes on under the version they began with. */
export const setItemState = (house: House, command: Command, id: string, given: { state: string; reason: string }) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const { rows } = await sql<{ state: string | null }>`select s.state from definition d
      left join item_state s on s.district = d.district and s.item_id = d.id
      where d.district = ${house.district} and d.kind = 'item' and d.id = ${id} limit 1`.execute(tx)
    if (!rows[0]) throw notFound('没有这个事项')
    if (rows[0].state === 'cancelled') throw refused('已经取消的事项不能再启用，请另立新事项')
    await sql`insert into item_state (district, item_id, state, reason, at, by_account)
      values (${house.district}, ${id}, ${given.state}, ${given.reason}, ${at}, ${actor.account})
      on conflict (district, item_id) do update set state = excluded.state, reason = excluded.reason, at = excluded.at, by_account = excluded.by_account`.execute(
      tx,
    )
    const open = await sql<{ n: number }>`select count(*)::int as n from cases
      where district = ${house.district} and item_id = ${id} and closed_at is null`.execute(tx)
    record({ as: manager(actor), verb: 'item.state-set', data: { item: id, ...given } })
    return { id, state: given.state, openMatters: open.rows[0]?.n ?? 0 }
  })

export type Plan = { unit: string; name: string; owner: string; promisedOn: string; onlineAs?: string }
export const keepPlan = (house: House, command: Command, given: Plan) =>
  act(house, command, async ({ tx, actor, at, record }) => {
    const { rows } = await sql<{ unit: boolean; item: boolean }>`select
      exists (select from unit where district = ${house.district} and id = ${given.unit}) as unit,
      exists (select from definition where district = ${house.district} and kind = 'item' and id = ${given.onlineAs ?? ''}) as item`.execute(
      tx,
    )
    if (!rows[0]?.unit) throw badInput([{ field: 'unit', message: `没有“${given.unit}”这个单位` }])
    if (given.onlineAs && !rows[0].item)
      throw badInput([{ field: 'onlineAs', message: `没有“${given.onlineAs}”这个事项` }])
    await sql`insert into item_plan (district, id, unit_id, name, owner, promised_on, online_as, online_at)
      values (${house.district}, ${newId()}, ${given.unit}, ${given.name}, ${given.owner}, ${given.promisedOn}, ${given.onlineAs ?? null}, ${given.onlineAs ? at : null})
      on conflict (district, unit_id, name) do update set owner = excluded.owner, promised_on = excluded.promised_on,
        online_as = excluded.online_as, online_at = excluded.online_at`.execute(tx)
    record({ as: manager(actor), verb: 'item-plan.kept', data: given })
    return { unit: given.unit, name: given.name }
  })
