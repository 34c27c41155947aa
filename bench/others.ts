import { parentPort, workerData } from 'node:worker_threads'

/** Somebody else's work, in a thread of its own: what the thread that imports is busy with must not count as waiting. */
const { base, cookie } = workerData as { base: string; cookie: string }
const times: number[] = []
let going = true
const one = async () => {
  const from = performance.now()
  await fetch(`${base}/api/tasks`, { headers: { cookie } }).then((r) => r.text())
  times.push(performance.now() - from)
}
parentPort?.once('message', () => {
  going = false
})
for (let i = 0; i < 20; i++) await one()
times.length = 0
while (going) {
  await one()
  await new Promise((next) => setTimeout(next, 50))
}
parentPort?.postMessage(times)
parentPort?.close()
