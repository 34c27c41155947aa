import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = join(import.meta.dirname, '..')
const web = join(root, 'web')
const built = join(web, 'dist/.vite/manifest.json')
const lock = join(root, '.cache/web.lock')

/** The doors as they are now: built when there is no build or an older one; one process builds, others wait. */
export async function builtWeb(say: (line: string) => void = () => {}) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  for (let waited = 0; !fresh(); waited += 200) {
    try {
      mkdirSync(lock)
    } catch {
      if (waited > 120_000) throw new Error(`${lock} is held for too long; remove it if no build is running`)
      await sleep(200)
      continue
    }
    try {
      if (!fresh()) {
        say('Building the web (about ten seconds) ...')
        execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/web.ts'], {
          cwd: root,
          env: { ...process.env, NODE_ENV: 'production' },
        })
      }
    } finally {
      rmdirSync(lock)
    }
  }
}

function fresh() {
  if (!existsSync(built)) return false
  const at = statSync(built).mtimeMs
  return readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((f) => !/^dist\b/.test(f) && /\.(tsx?|js|css|json|html)$/.test(f) && !/\.test\./.test(f))
    .every((f) => statSync(join(web, f)).mtimeMs <= at)
}
