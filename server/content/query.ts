import { readFileSync } from 'node:fs'
import { filesIn } from './pack.ts'

/**
 * A ledger of the pack: a first line `-- {json}`, then one query over the facts_ views. Its columns `day` and `place_path` say which period
 * and place a row belongs to; every other column is shown under its own name.
 */
export type Query = { id: string; title: string; sql: string }

export const readLedgers = (dir: string): Query[] =>
  filesIn(dir, 'ledgers', '.sql').map(({ id, path }) => {
    const [head = '', ...rest] = readFileSync(path, 'utf8').split('\n')
    return { id, ...JSON.parse(head.replace(/^-- /, '')), sql: rest.join('\n') }
  })

/** The pack's questions about one entry of a register: $1 district, $2 its id, $3 the day. */
export const readPanels = (dir: string): Record<string, string> =>
  Object.fromEntries(filesIn(dir, 'panels', '.sql').map(({ id, path }) => [id, readFileSync(path, 'utf8')]))
