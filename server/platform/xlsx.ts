import { Worker } from 'node:worker_threads'

/** A watermark above and below, what the list is of, headings, lines. */
export type Sheet = { mark: string; about: string; titles: string[]; lines: (string | number | null)[][] }
const worker = new URL('./sheet.ts', import.meta.url)

/** A sheet is put together in a thread of its own: five thousand lines would hold the server up for a second. */
export async function xlsxOf(sheet: Sheet): Promise<Uint8Array> {
  const thread = new Worker(worker, { workerData: sheet, resourceLimits: { maxOldGenerationSizeMb: 512 } })
  return new Promise<Uint8Array>((done, fail) => {
    thread.once('message', done)
    thread.once('error', fail)
    thread.once('exit', (code) => fail(new Error(`the sheet's thread ended with ${code}`)))
  })
}
