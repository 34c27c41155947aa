import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const generated = new Set(['server/schema.sql', 'server/schema.ts', 'web/api/schema.ts'])
const skipped = new Set(['node_modules', 'dist', 'content'])
const [wantsSplitting, tooLong] = [250, 400]

/** A file over 250 lines wants splitting; one over 400 fails. Warnings are said even when all is well. */
export async function fileLengths(): Promise<{ ok: boolean; said: string }> {
  const long = [...sources('.')]
    .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
    .filter((f) => f.lines > wantsSplitting)
    .sort((a, b) => b.lines - a.lines)
  return {
    ok: long.every((f) => f.lines <= tooLong),
    said: long
      .map((f) => `${f.path}: ${f.lines} lines${f.lines > tooLong ? ', more than 400' : ' (wants splitting)'}`)
      .join('\n'),
  }
}

function* sources(dir: string): Generator<string> {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || skipped.has(entry.name)) continue
    const path = join(dir, entry.name)
    if (entry.isDirectory()) yield* sources(path)
    else if (/\.(tsx?|css|sql)$/.test(entry.name) && !generated.has(path)) yield path
  }
}
