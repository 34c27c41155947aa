import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { signIn } from './server.ts'

/** What others feel while something large is under way, and what it takes of the machine. */

export const percentile = (times: number[], p: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * p))] ?? 0

/** Somebody else's work meanwhile: twenty requests a second, of which the slowest hundredth is asked. */
export async function others(base: string) {
  const cookie = await signIn(base, 'zhou-min')
  const thread = new Worker(new URL('./others.ts', import.meta.url), { workerData: { base, cookie } })
  return async (): Promise<number> => {
    const times = once(thread, 'message') as Promise<[number[]]>
    thread.postMessage('stop')
    return percentile((await times)[0], 0.99)
  }
}

/** The most memory that the server and its worker held together, in MB; a page that both use, as Node's own code, counts half for each. */
export function watch(pid: number) {
  let most = 0
  const held = (id: number) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  const timer = setInterval(() => {
    try {
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
        .trim()
        .split(' ')
        .filter(Boolean)
        .map(Number)
      const all = [pid, ...children].map(held)
      if (process.env.BENCH_DEBUG) console.log(all.map((kb) => Math.round(kb / 1024)).join(' + '))
      most = Math.max(most, all.reduce((sum, kb) => sum + kb, 0) / 1024)
    } catch {
      // a worker that has just ended
    }
  }, 100)
  return {
    stop() {
      clearInterval(timer)
      return most
    },
  }
}
