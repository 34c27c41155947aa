import { readFileSync } from 'node:fs'
import { filesIn } from './pack.ts'

/**
 * A ledger or a metric of the pack: a first line `-- {json}`, then one query over the facts_ views. Its columns `day` and
 * `place_path` say which period and place a row belongs to; of a metric, `counted` says whether a row is in the numerator
 * (all rows are the denominator). Every other column is shown under its own name.
 */
export type Query = { id: string; sql: string } & (
  | { kind: 'ledger'; title: string }
  | { kind: 'count' | 'share'; name: string; unit: string; meaning: string }
)

export function readQueries(dir: string): { ledgers: Query[]; metrics: Query[] } {
  const of = (folder: string, kind?: 'ledger') =>
    filesIn(dir, folder, '.sql').map(({ id, path }) => {
      const [head = '', ...rest] = readFileSync(path, 'utf8').split('\n')
      return { id, ...(kind && { kind }), ...JSON.parse(head.replace(/^-- /, '')), sql: rest.join('\n') } as Query
    })
  return { ledgers: of('ledgers', 'ledger'), metrics: of('metrics') }
}
