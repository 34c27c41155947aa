// npm run client: writes web/api/schema.ts, the types of our own API, from the OpenAPI document that server/openapi.ts
// prints. With --check it only compares.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import openapiTypescript, { astToString } from 'openapi-typescript'

const path = 'web/api/schema.ts'
const dump = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/openapi.ts'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
if (dump.status !== 0) throw new Error(`server/openapi.ts failed:\n${dump.stderr}`)
const types = astToString(await openapiTypescript(JSON.parse(dump.stdout), { alphabetize: true }))
const text = `// Written by \`npm run client\` from the server's OpenAPI document. Do not edit.\n${types}`

if (!process.argv.includes('--check')) {
  mkdirSync('web/api', { recursive: true })
  writeFileSync(path, text)
} else if (read() !== text) {
  console.error(`${path} is not what the API says. Run npm run client and commit it.`)
  process.exitCode = 1
}

function read() {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
