/** Gives a text to whoever carries it. Throws when it was not taken. */
export type Gateway = (to: string, text: string, id: string) => Promise<void>
export type Channel = 'sms' | 'wechat'
export type Gateways = Record<Channel, Gateway | null>

/** In the demo the server's own output is the telephone; the number stays masked even there. */
const onConsole =
  (channel: Channel): Gateway =>
  async (to, text) =>
    console.log(`[${channel}] ${to.slice(0, 3)}****${to.slice(-2)} ${text}`)

/** A real gateway behind one address. `id` is the same for every attempt, so that it can know a repetition. */
const overHttp =
  (url: string): Gateway =>
  async (to, text, id) => {
    const res = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to, text, id }),
      signal: AbortSignal.timeout(10_000),
    })
    if (!res.ok) throw new Error(`the gateway answered ${res.status}`)
  }

/** No address and no demo: the channel does not exist, and messages stay in the app. */
export function gatewaysFrom(env: Record<string, string | undefined>, demo: boolean, quiet = false): Gateways {
  const of = (channel: Channel, url: string | undefined): Gateway | null =>
    url ? overHttp(url) : demo && !quiet ? onConsole(channel) : null
  return { sms: of('sms', env.LINLI_SMS_URL), wechat: of('wechat', env.LINLI_WECHAT_URL) }
}
