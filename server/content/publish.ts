import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '../kernel/compile.ts'
import type { Tx } from '../platform/db.ts'
import type { Item } from './item.ts'
import { badPromise } from './rules.ts'

/** Over the JSON as parsed: layout does not count, the order of questions does. */
export const digestOf = (body: unknown) => createHash('sha256').update(JSON.stringify(body)).digest('hex')

/**
 * Publishes a pack: each definition under its digest, a new version only where the content is new. What is published
 * already stays for ever; publishing the same pack again changes nothing. Throws where a promise breaks.
 * @returns how many definitions were new.
 */
export async function publishContent(tx: Tx, district: string, dir: string, at: Date): Promise<number> {
  let fresh = 0
  const publish = async (kind: 'item' | 'process', id: string, body: object) => {
    const digest = digestOf(body)
    const known = await tx
      .selectFrom('definition')
      .select(['digest', 'version'])
      .where('district', '=', district)
      .where('kind', '=', kind)
      .where('id', '=', id)
      .orderBy('version', 'desc')
      .execute()
    if (known.some((d) => d.digest === digest)) return digest
    await tx
      .insertInto('definition')
      .values({
        district,
        kind,
        digest,
        id,
        version: (known[0]?.version ?? 0) + 1,
        body: JSON.stringify(body),
        published_at: at,
      })
      .execute()
    fresh++
    return digest
  }
  const processes: Record<string, string> = {}
  for (const file of filesIn(dir, 'processes', '.bpmn')) {
    const xml = readFileSync(file.path, 'utf8')
    processes[file.id] = await publish('process', file.id, { xml, process: await compile(xml) })
  }
  for (const { id, item } of readItems(dir)) {
    const process = processes[item.process]
    if (!process) throw new Error(`${id}: no process ${item.process}`)
    const bad = badPromise(item.limits)
    if (bad) throw new Error(`${id}: ${bad}`)
    await publish('item', id, { ...item, process })
  }
  return fresh
}

export const readItems = (dir: string): { id: string; path: string; item: Item }[] =>
  filesIn(dir, 'items', '.json').map((f) => ({ ...f, item: JSON.parse(readFileSync(f.path, 'utf8')) }))

export const filesIn = (dir: string, folder: string, ending: string): { id: string; path: string }[] =>
  existsSync(join(dir, folder))
    ? readdirSync(join(dir, folder))
        .filter((f) => f.endsWith(ending))
        .sort()
        .map((f) => ({ id: f.slice(0, -ending.length), path: join(dir, folder, f) }))
    : []
