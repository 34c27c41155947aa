import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { House } from '../platform/house.ts'
import { BadTable, firstLines } from './table.ts'
import { readUpload } from './uploads.ts'

/** A sheet is unpacked and read in a process of its own, with little memory and little time: the server only sees what comes out. */
const script = fileURLToPath(new URL('./reader.ts', import.meta.url))
export type Asked = { what: 'head' | 'faults'; id: string; dataDir: string; url: string; district: string }

function reader(house: House, what: Asked['what'], id: string, timeout: number) {
  const asked: Asked = { what, id, dataDir: house.dataDir, url: house.url, district: house.district }
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--max-old-space-size=128', '--max-semi-space-size=2', script],
    {
      env: { ...process.env, LINLI_IMPORT: JSON.stringify(asked) },
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout,
      killSignal: 'SIGKILL',
    },
  )
}

/** The headings and the first lines; a csv is read no further than its first mebibyte, which needs no other process. @throws BadTable */
export async function headOf(house: House, id: string): Promise<string[][]> {
  const bytes = () => readUpload(house.dataDir, house.crypto, id)
  if (!(await isZip(bytes()))) return firstLines(bytes)
  const child = reader(house, 'head', id, 60_000)
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await new Promise((done, fail) => child.on('close', done).on('error', fail))
  if (!said) throw new BadTable('读不动这个文件：太大或太复杂，请另存为 CSV，或分成几个文件再上传')
  const { lines, why } = JSON.parse(said) as { lines?: string[][]; why?: string }
  if (!lines) throw new BadTable(why)
  return lines
}

async function isZip(bytes: AsyncIterable<Buffer>) {
  for await (const chunk of bytes) return chunk.subarray(0, 2).toString('latin1') === 'PK'
  return false
}

/** The sheet as CSV with one more column. Ends early where nobody reads on. */
export function faultsOf(house: House, id: string): Readable {
  const child = reader(house, 'faults', id, 600_000)
  child.stdout.on('close', () => child.kill('SIGKILL'))
  child.on('close', (code) => code && child.stdout.destroy(new Error(`reading import ${id} ended with ${code}`)))
  return child.stdout
}
