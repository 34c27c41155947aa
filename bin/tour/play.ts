import type { MatterView } from '../../server/matter/view.ts'
import { application, type Step, steps } from './steps.ts'

/** Speaks HTTP to a running demo; keeps cookies. A server that is down is waited for, and the same question asked again. */
export function traveller(base: string, { patience = 60_000 } = {}) {
  const cookies = new Map<string, string>()
  async function ask(who: string, method: string, path: string, body?: object, key?: string) {
    const until = performance.now() + patience
    for (;;) {
      try {
        const headers: Record<string, string> = { ...(key && { 'idempotency-key': key }) }
        if (body) headers['content-type'] = 'application/json'
        if (path !== '/api/session' || method !== 'POST') headers.cookie = await cookieOf(who)
        const res = await fetch(base + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
        const text = await res.text()
        if (res.status >= 500) throw new Error(`${res.status} ${text}`)
        const json = res.headers.get('content-type')?.includes('json')
        return {
          status: res.status,
          body: json ? JSON.parse(text) : text,
          cookie: res.headers.getSetCookie()[0]?.split(';')[0],
        }
      } catch (error) {
        if (performance.now() > until) throw error
        await new Promise((again) => setTimeout(again, 150))
      }
    }
  }
  async function cookieOf(who: string): Promise<string> {
    const known = cookies.get(who)
    if (known) return known
    const { cookie } = await ask(who, 'POST', '/api/session', { account: who })
    if (!cookie) throw new Error(`cannot sign in as ${who}`)
    cookies.set(who, cookie)
    return cookie
  }
  return { ask }
}
export type Traveller = ReturnType<typeof traveller>

export type Played = { step: Step; ok: boolean; why: string | null; m: MatterView | null }

/**
 * Plays the steps in order. Every step has a key of its own made from `run`, so that playing again after an interruption
 * gets the answers already given and goes on where it stopped.
 */
export async function play(
  t: Traveller,
  run: string,
  tell: (p: Played, n: number) => void = () => {},
  upTo = steps.length,
): Promise<{ number: string; failed: number }> {
  let number = ''
  let m: MatterView | null = null
  let failed = 0
  for (const [i, step] of steps.slice(0, upTo).entries()) {
    const key = `tour-${run}-${String(i).padStart(2, '0')}`
    await moveClock(t, step.at, `${key}-clock`)
    const body =
      step.path === '/api/matters' ? application((await t.ask(step.who, 'GET', '/api/held')).body) : step.body
    const res = await t.ask(step.who, 'POST', fill(step.path, number, m), body, key)
    if (res.status === 200) number = res.body.number ?? number
    const page = await t.ask(step.who, 'GET', `/api/matters/${number}`)
    m = page.status === 200 ? page.body : m
    const why =
      res.status !== 200
        ? `${res.status} ${res.body.message}`
        : step.holds && !(m && step.holds(m))
          ? '结果与预期不符'
          : null
    if (why) failed++
    tell({ step, ok: !why, why, m }, i + 1)
  }
  return { number, failed }
}

/** Never backwards: on a resumed tour the district is already further. */
async function moveClock(t: Traveller, to: string, key: string) {
  const { body } = await t.ask('shi-rui', 'GET', '/api/session')
  if (Date.parse(body.now) < Date.parse(to)) await t.ask('shi-rui', 'POST', '/api/demo/clock', { to }, key)
}

const fill = (path: string, number: string, m: MatterView | null) =>
  path
    .replace('{number}', number)
    .replace(
      /\{task:([^}]+)\}/,
      (_, unit: string) => m?.tasks.findLast((t) => t.unit === unit && t.status === 'open')?.id ?? none,
    )
    .replace(
      /\{returned:([^}]+)\}/,
      (_, unit: string) => m?.tasks.findLast((t) => t.unit === unit && t.status === 'returned')?.id ?? none,
    )
    .replace('{order}', m?.supervisions.at(-1)?.id ?? none)
const none = '00000000-0000-0000-0000-000000000000'
