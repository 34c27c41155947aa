import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'

/** People at work: each client takes matters from application to result, one after another, over kept-alive connections. */
type Answer = { number: string; open: { task: string; node: string }[] }
const cast = {
  resident: 'liu-zhiqiang',
  clerk: 'zhou-min',
  police: 'han-lei',
  income: 'zheng-xiao',
  property: 'wei-dongming',
  decide: 'wu-jianguo',
}
type Who = keyof typeof cast

export async function drive(port: number, clients: number, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const cookies = {} as Record<Who, string>
  for (const [who, account] of Object.entries(cast)) {
    const { cookie } = await send(agent, port, 'POST', '/api/session', '', { account })
    cookies[who as Who] = cookie
  }
  const call = async (who: Who, path: string, body?: object) =>
    (await send(agent, port, body ? 'POST' : 'GET', path, cookies[who], body)).answer as Answer
  const held = (await call('resident', '/api/held')) as unknown as { name: string; value: string }[]
  const of = (name: string) => held.find((h) => h.name === name)?.value
  const application = {
    item: 'minimum-living-allowance',
    place: 'tianjinghu',
    applicant: { name: of('name'), idNumber: of('idNumber'), phone: of('phone'), address: of('address') },
    form: {
      'household-size': 3,
      'monthly-income': 800,
      employment: 'none',
      housing: 'own',
      'has-car': false,
      'ill-member': false,
      reason: '失业',
      'bank-card-tail': '1234',
    },
    materials: ['id-card', 'household-register', 'verification-consent', 'income-statement'].map((code) => ({
      code,
      status: 'received',
    })),
  }
  const parts = [
    ['police', 'household'],
    ['income', 'income'],
    ['property', 'property'],
  ] as const
  const complete = async (who: Who, last: Answer, node: string, outcome: string) => {
    const task = last.open.find((t) => t.node === node)?.task
    return call(who, `/api/matters/${last.number}/tasks/${task}/completion`, { outcome, opinion: '属实' })
  }
  async function oneCase() {
    const { number } = await call('resident', '/api/matters', application)
    let last = await call('clerk', `/api/matters/${number}/acceptance`, {})
    for (const [who, node] of parts) last = await complete(who, last, node, 'agree')
    await complete('decide', last, 'decide', 'yes')
    await call('decide', `/api/matters/${number}/result`, { number: `铜低保${number}` })
  }
  let cases = 0
  const end = performance.now() + seconds * 1000
  const begin = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        await oneCase()
        cases++
      }
    }),
  )
  agent.destroy()
  return (cases * 1000) / (performance.now() - begin)
}

function send(agent: Agent, port: number, method: string, path: string, cookie: string, body?: object) {
  const payload = body && JSON.stringify(body)
  return new Promise<{ answer: unknown; cookie: string }>((resolve, reject) => {
    const req = request(
      {
        agent,
        port,
        method,
        path,
        host: '127.0.0.1',
        headers: {
          cookie,
          'idempotency-key': randomUUID(),
          ...(payload && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
        },
      },
      (res) => {
        const parts: Buffer[] = []
        res
          .on('data', (d) => parts.push(d))
          .on('end', () => {
            const text = Buffer.concat(parts).toString()
            if (res.statusCode !== 200) reject(new Error(`${method} ${path}: ${res.statusCode} ${text}`))
            else
              resolve({ answer: JSON.parse(text), cookie: String(res.headers['set-cookie'] ?? '').split(';')[0] ?? '' })
          })
      },
    )
    req.on('error', reject)
    req.end(payload)
  })
}
