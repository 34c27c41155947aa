import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readContent } from './place/load.ts'
import type { App } from './platform/http.ts'

/**
 * What the demo's people did before the first visitor comes: by their own requests, so that every rule holds for them too. Only where
 * nothing has been planned yet.
 */
export async function openingDay(app: App, contentDir: string): Promise<void> {
  if (!existsSync(join(contentDir, 'opening.json'))) return
  const { acts } = readContent<{ acts: { by: string; to: string; body: object }[] }>(contentDir, 'opening.json')
  const cookies = new Map<string, string>()
  const ask = async (by: string, method: 'GET' | 'POST', url: string, body?: object, key = '') => {
    if (!cookies.has(by)) {
      const signedIn = await app.inject({ method: 'POST', url: '/api/session', payload: { account: by } })
      cookies.set(by, String(signedIn.headers['set-cookie']).split(';')[0] ?? '')
    }
    const headers = { cookie: cookies.get(by) ?? '', ...(key && { 'idempotency-key': key }) }
    const res = await app.inject({ method, url, headers, ...(body && { payload: body }) })
    if (res.statusCode !== 200) throw new Error(`opening.json: ${by} ${method} ${url}: ${res.statusCode} ${res.body}`)
    return res.json()
  }
  const planner = acts.find((a) => a.to === '/api/patrol-plans')?.by
  if (!planner || (await ask(planner, 'GET', '/api/patrol-plans')).length) return
  for (const [i, { by, to, body }] of acts.entries())
    await ask(by, 'POST', to, body, `opening-day-${String(i).padStart(4, '0')}`)
}
