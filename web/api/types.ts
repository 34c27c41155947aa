import type { FormSchema } from '../ui/form/schema.ts'
import type { LightColour } from '../ui/Light.tsx'

/** What the pages read, kept by hand until every page uses the generated schema.ts; the view.ts of each server module is the contract. */
export type Problem = { field: string; message: string }
export type Session = {
  signedIn: boolean
  demo: boolean
  now: string
  district: string
  account?: string
  name?: string
  kind?: 'staff' | 'resident'
  posts?: { duty: string; unit: string; unitName: string; place: string; capacity: string }[]
}
export type CastMember = { account: string; name: string; story: string; face: string }
export type ItemRow = { id: string; name: string; line: string; summary: string }
export type Limit = { amount: number; unit: 'workday' | 'day' | 'hour' | 'month' }
export type ItemMaterial = {
  code: string
  name: string
  necessity: string
  form: string
  held: string | null
  when?: string
  check?: string
}
export type Item = ItemRow & {
  projectType: string
  conditions: string[]
  legalBasis: { law: string; article: string | null }[]
  limits: { legal: Limit | null; promised: Limit }
  form: FormSchema
  materials: ItemMaterial[]
  result: { name: string; kind: string }
  fee: string | null
  visits: number
  whyVisit: string | null
}
export type Held = { name: string; label: string; value: unknown; source: string; collectedAt: string }
export type Place = { id: string; name: string; kind: string; parent: string | null; hasChildren: boolean }
export type CaseRow = {
  number: string
  title: string
  statusText: string
  status: string
  light: LightColour
  dueAt: string | null
  remaining: string | null
  receivedAt: string
  holder: string
}
