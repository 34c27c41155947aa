import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, describe } from 'vitest'

type Found = { executablePath: string; env?: Record<string, string> }
let opening: Promise<Browser | null> | undefined

/** A Chromium for the tests of this file, or null after saying loudly why there is none. */
export function openBrowser(): Promise<Browser | null> {
  opening ??= launch().catch((error) => {
    console.error(
      `\n*** NO BROWSER: browser tests are SKIPPED. ${(error as Error).message}\n*** Set CHROMIUM_PATH to a Chromium or Chrome.\n`,
    )
    return null
  })
  return opening
}

/** A group of tests that need a browser; where there is none they are counted as skipped. */
export async function describeInBrowser(name: string, tests: (browser: Browser) => void) {
  const browser = await openBrowser()
  describe.skipIf(!browser)(name, () => {
    afterAll(() => browser?.close())
    tests(browser as Browser)
  })
}

async function launch(): Promise<Browser> {
  const { executablePath, env } = systemChromium() ?? (await npmChromium())
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none', '--lang=zh-CN'],
    env: { ...(process.env as Record<string, string>), ...env },
  })
}

function systemChromium(): Found | null {
  const given = process.env.CHROMIUM_PATH
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which is not there.`)
  const known = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  const path = given ?? known.find((p) => existsSync(p))
  return path ? { executablePath: path } : null
}

/** The one that comes packed in an npm package: unpacked once, with the system libraries it brings along. */
async function npmChromium(): Promise<Found> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('There is no Chromium on this machine, and npm has one for Linux on x64 only.')
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(dirname(main), '../../package.json'), 'utf8')) as { version: string }
  const home = resolve('.cache', `chromium-${version}`)
  if (!existsSync(home)) await unpack(home)
  const lib = join(home, 'al2023', 'lib')
  return {
    executablePath: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [lib, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: fontsFor(home),
    },
  }
}

/** The packed font list names /tmp/fonts; without a font of its own the browser would show no letter at all. */
function fontsFor(home: string): string {
  const file = join(home, 'fonts.conf')
  const dirs = [join(home, 'fonts', 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('')
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${home}/fonts-cache</cachedir></fontconfig>\n`)
  return file
}

/** Unpacking looks at the environment as the package is loaded and writes to the temporary folder: hence a process of its own. */
async function unpack(home: string) {
  const draft = `${home}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  const script = "import('@sparticuz/chromium').then((c) => c.default.executablePath())"
  const env = { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' }
  await promisify(execFile)(process.execPath, ['-e', script], { env, cwd: import.meta.dirname })
  try {
    renameSync(draft, home)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(home)) throw error // otherwise another test file was quicker
  }
}
