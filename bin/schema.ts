// npm run schema: migrates an empty database and writes down what came out, server/schema.sql to read and
// server/schema.ts for Kysely. With --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { migrate } from '../server/platform/migrate.ts'
import { createDatabase, dropDatabase, scratchServer } from '../test/scratch.ts'
import { readSchema } from './schema/read.ts'
import { asSql, asTypes } from './schema/write.ts'

const check = process.argv.includes('--check')
const server = await scratchServer()
try {
  const url = await createDatabase(server.url)
  await migrate(url)
  const schema = await readSchema(url)
  await dropDatabase(server.url, url)
  keep('schema.sql', asSql(schema))
  keep('schema.ts', asTypes(schema))
} finally {
  await server.stop()
}

function keep(name: string, text: string) {
  const path = new URL(`../server/${name}`, import.meta.url)
  const now = read(path)
  if (now === text) return
  if (!check) {
    writeFileSync(path, text)
    return console.log(`server/${name} written`)
  }
  console.error(`server/${name} is not what the migrations make. Run npm run schema and commit it.`)
  console.error(firstDifference(now, text))
  process.exitCode = 1
}

function read(path: URL) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function firstDifference(a: string, b: string) {
  const [before, after] = [a.split('\n'), b.split('\n')]
  const at = after.findIndex((line, i) => line !== before[i])
  return `line ${at + 1}\n  there:      ${before[at] ?? '(end)'}\n  should be:  ${after[at] ?? '(end)'}`
}
