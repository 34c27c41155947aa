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
