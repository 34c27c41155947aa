import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '../kernel/compile.ts'
import type { Tx } from '../platform/db.ts'
import { checkContent, problemLine } from './check.ts'
import { readIndicator } from './indicator.ts'
import { filesIn, libraryOf, readItems } from './pack.ts'
import { isTemplate, readTemplate } from './report.ts'

export { filesIn, readItems } from './pack.ts'

/** Over the JSON as parsed: layout does not count, the order of questions does. */
export const digestOf = (body: unknown) => createHash('sha256').update(JSON.stringify(body)).digest('hex')

type Kind = 'item' | 'process' | 'register' | 'indicator' | 'report'
type Row = { kind: Kind; id: string; digest: string; version: number; body: string }

/**
 * Publishes a pack: each definition under its digest, a new version only where the content is new. What is published
 * already stays for ever; publishing the same pack again changes nothing. Where anything is new the whole pack is checked
 * first, and refused with every reason (R-1.1, R-1.2 …): what is published wrong stays wrong for each case made with it.
 * @returns how many definitions were new.
 */
export async function publishContent(tx: Tx, district: string, dir: string, at: Date): Promise<number> {
  // Two processes that start together publish one after the other; this lock lets everyone else go on writing.
  await tx.selectFrom('district').select('district').where('district', '=', district).forNoKeyUpdate().execute()
  const rows = await newRows(tx, district, dir).catch(async (error) => {
    await refuseFaults(dir)
    throw error
  })
  if (rows.length === 0) return 0
  await refuseFaults(dir)
  await tx
    .insertInto('definition')
    .values(rows.map((row) => ({ district, ...row, published_at: at })))
    .execute()
  return rows.length
}

async function refuseFaults(dir: string) {
  const problems = await checkContent(dir)
  if (problems.length > 0) throw new Error(`${dir} 不能发布：\n${problems.map(problemLine).join('\n')}`)
}

async function newRows(tx: Tx, district: string, dir: string): Promise<Row[]> {
  const published = await tx
    .selectFrom('definition')
    .select(['kind', 'id', 'digest', 'version', 'origin'])
    .where('district', '=', district)
    .orderBy('version')
    .execute()
  const rows: Row[] = []

  /** The digest under which this content is, or is about to be, the latest. */
  function publish(kind: Kind, id: string, body: object): string {
    const versions = published.filter((d) => d.kind === kind && d.id === id)
    const { version } = versions.at(-1) ?? { version: 0 }
    // What the workshop published since stands, as long as the pack says what it said before.
    const { digest, version: mine } = versions.findLast((d) => d.origin === 'pack') ?? { digest: null, version: 0 }
    // A digest stands for one version. Going back to what an earlier version said makes a new one, marked as such.
    const again = (n: number) => ({ ...body, republished: n })
    if (digest === digestOf(body)) return digest
    if (digest === digestOf(again(mine))) return digest
    const fresh = versions.some((d) => d.digest === digestOf(body)) ? again(version + 1) : body
    const row = { kind, id, digest: digestOf(fresh), version: version + 1, body: JSON.stringify(fresh) }
    rows.push(row)
    return row.digest
  }
  const processes: Record<string, string> = {}
  for (const file of filesIn(dir, 'processes', '.bpmn')) {
    const xml = readFileSync(file.path, 'utf8')
    processes[file.id] = publish('process', file.id, {
      xml,
      process: await compile(xml, libraryOf(join(dir, 'processes'))),
    })
  }
  for (const { id, path } of filesIn(dir, 'registers', '.json'))
    publish('register', id, JSON.parse(readFileSync(path, 'utf8')))
  for (const { id, item } of readItems(dir)) publish('item', id, { ...item, process: processes[item.process] })
  for (const { id, path } of filesIn(dir, 'indicators', '.sql')) publish('indicator', id, readIndicator(path))
  for (const { id, path } of filesIn(dir, 'reports', '.json'))
    if (isTemplate(id)) publish('report', id, readTemplate(path))
  return rows
}
