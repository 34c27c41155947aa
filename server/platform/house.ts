import type { Calendar } from '../calendar/workdays.ts'
import type { CareRules } from '../care/rules.ts'
import type { Catalogue } from '../content/catalogue.ts'
import type { Indicators } from '../content/indicators.ts'
import type { NoticeRules } from '../content/notice.ts'
import type { PaperTemplate } from '../content/paper.ts'
import type { Query } from '../content/query.ts'
import type { Registers } from '../content/registers.ts'
import type { Proofs } from '../content/rules.ts'
import type { FieldRules } from '../field/rules.ts'
import type { Clock } from './clock.ts'
import type { Crypto } from './crypto.ts'
import type { Db } from './db.ts'
import type { Facts } from './facts.ts'

/** What every part of the server is handed: made once at the start, holding nothing that a second process would need. */
export type House = {
  district: string
  /** 安徽省铜陵市铜官区 */
  name: string
  db: Db
  /** Of the database, for a worker that opens connections of its own. */
  url: string
  clock: Clock
  calendar: Calendar
  catalogue: Catalogue
  crypto: Crypto
  /** The texts of the statutory papers, by kind. */
  papers: Record<string, PaperTemplate>
  /** Who is told of what, by the event's verb. */
  notices: NoticeRules
  /** Which proofs may be asked for. */
  proofs: Proofs
  /** Who is cared for, and who may know. */
  care: CareRules
  /** How the grid works: rhythms, hours, what is asked at the door. */
  field: FieldRules
  /** The pack's books, each one query. */
  ledgers: Query[]
  /** The published indicators. */
  indicators: Indicators
  /** Where the queries of the pack are run. */
  facts: Facts
  /** What stays: the pack's registers, as published. */
  registers: Registers
  /** Of the pack: questions about one entry, by the name their definition calls them. */
  panels: Record<string, string>
  /** One-click sign-in and a movable clock. Never in a real district. */
  demo: boolean
  /** The demo's invented people; empty in a real district. */
  cast: { account: string; name: string; story: string; face: string }[]
  dataDir: string
  /** Does now what the sweep would do in a few seconds: what has fallen due. */
  tick: () => Promise<void>
}
