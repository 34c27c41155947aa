// Every npm script goes through here: node bin/run.mjs <target.ts> [arguments].
// Plain JavaScript for whatever Node >= 18 the machine has: installs the dependencies when they are missing or not those
// of the lockfile, finds a Node >= 24 (ours comes with the dependencies), and runs the target with it.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const lock = join(root, '.cache', 'install.lock')
const [target, ...args] = process.argv.slice(2)
const recent = Number(process.versions.node.split('.')[0]) >= 24
const fail = (message) => {
  console.error(message)
  process.exit(1)
}

if (!target) fail('usage: node bin/run.mjs <target.ts> [arguments]')
if (!existsSync(join(root, target))) fail(`${target}: not there (yet)`)
if (!installed()) await installOnce()
run(node24())

/** Does node_modules hold what the lockfile names for this machine? npm keeps its own list of what it put there. */
function installed() {
  const packagesOf = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  try {
    const has = packagesOf('node_modules/.package-lock.json')
    const fits = (p) => [p.os].flat().includes(process.platform) && [p.cpu].flat().includes(process.arch)
    return Object.entries(packagesOf('package-lock.json')).every(([path, p]) => {
      if (!path || has[path]?.version === p.version) return true
      // Optional packages may be missing where they do not fit; the Node of this platform may not.
      return p.optional && !has[path] && !(path.startsWith('node_modules/node-') && fits(p))
    })
  } catch {
    return false
  }
}

/** One terminal installs; another that starts meanwhile waits for it. */
async function installOnce() {
  mkdirSync(dirname(lock), { recursive: true })
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  let told = false
  try {
    while (!take(mine)) {
      if (!told) console.log('Another terminal is installing the dependencies; waiting for it ...')
      told = true
      await new Promise((done) => setTimeout(done, 300))
    }
    process.once('exit', () => rmSync(lock, { force: true }))
    if (!installed()) install()
    rmSync(lock, { force: true })
  } finally {
    rmSync(mine, { force: true })
  }
}

/** A hard link either appears with its content or not at all. A lock whose owner is gone is moved aside first. */
function take(mine) {
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  try {
    const owner = Number(readFileSync(lock, 'utf8'))
    const tooOld = Date.now() - statSync(lock).mtimeMs > 20 * 60_000
    if (!tooOld && alive(owner)) return false
    const aside = `${mine}.stale`
    renameSync(lock, aside)
    if (Number(readFileSync(aside, 'utf8')) !== owner) linkSync(aside, lock) // someone was quicker: give it back
    rmSync(aside, { force: true })
  } catch {
    // It went away between two looks: try again.
  }
  return false
}

function alive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * npm leaves out optional packages whose `engines` do not name the Node it runs on, among them programs we need. So on an
 * older Node, ours comes first, by itself, and npm then runs on that.
 */
function install() {
  console.log('Installing the dependencies (npm ci, about a minute) ...')
  const path = [process.env.PATH ?? '']
  const bootstrap = join(root, '.cache', 'node')
  const ours = nodePackages().find((name) => pins()[name])
  if (!recent && ours) {
    mkdirSync(bootstrap, { recursive: true })
    writeFileSync(join(bootstrap, 'package.json'), '{}')
    npm(['install', '--no-save', '--prefix', bootstrap, `${ours}@${pins()[ours]}`], path)
    path.unshift(join(bootstrap, 'node_modules', ours, 'bin'))
  }
  const { said } = npm(['ci', '--include=dev', '--include=optional'], path)
  if (!installed()) refuse(said)
  rmSync(bootstrap, { recursive: true, force: true })
}

function npm(what, path) {
  const env = { ...process.env, PATH: path.join(delimiter) }
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--progress=false']
  const cli = /npm-cli\.c?js$/.test(env.npm_execpath ?? '') ? ['node', env.npm_execpath] : ['npm']
  const [command, ...first] = cli
  const done = spawnSync(command, [...first, ...what, ...options], { cwd: root, env, encoding: 'utf8' })
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`.trim()
  if (done.status !== 0) refuse(said)
  return { said }
}

function refuse(said) {
  const last = said.split('\n').slice(-15).join('\n')
  fail(
    `${last}\n\nInstalling the dependencies failed (npm ci in ${root}).\n` +
      'Is the npm registry reachable (npm config get registry; npm ping) and the disk not full? Then run the same command again.',
  )
}

function nodePackages() {
  const platform = `${process.platform}-${process.arch}`
  return [`node-${platform}`, `node-bin-${platform}`]
}
function pins() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).optionalDependencies
}

/** A Node that runs TypeScript as it is: the one we run on, or the one from the npm registry. */
function node24() {
  if (recent) return process.execPath
  const platform = `${process.platform}-${process.arch}`
  const ours = nodePackages().map((name) => join(root, 'node_modules', name, 'bin', 'node'))
  const found = ours.find((path) => existsSync(path))
  const works = found && spawnSync(found, ['--version'], { encoding: 'utf8' })
  if (works?.status === 0) return found
  return fail(
    [
      `Linli needs Node 24 or newer; this is ${process.version} on ${platform}.`,
      found
        ? `The Node that came with the dependencies does not run here (${works.error?.message ?? works.stderr.trim()}).`
        : 'The npm registry has no ready-made Node for this platform.',
      "Install Node 24 (nodejs.org, or your system's package) and run the same command again.",
    ].join('\n'),
  )
}

/**
 * Runs the target until it ends, hands on signals, and ends as it ended. The target holds the other end of a pipe (see
 * leash.mjs), so that it ends with us even when we are killed outright; and when npm, which started us, is killed
 * outright, we end too.
 */
function run(node) {
  const leash = new URL('./leash.mjs', import.meta.url).href
  const child = spawn(
    node,
    [
      '--disable-warning=ExperimentalWarning',
      '--max-semi-space-size=8',
      '--import',
      leash,
      join(root, target),
      ...args,
    ],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
      env: {
        // What was compiled is kept for the many processes to come: imports and tests start hundreds.
        NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
        ...process.env,
        PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
        LINLI_LEASH: '3',
      },
    },
  )
  // Ctrl-C reaches the whole terminal's group by itself; a second copy would read as "now, at once".
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'])
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)))
  child.stdio[3].on('error', () => {})
  child.on('error', (error) => fail(`${node} does not start: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code))
  if (process.env.npm_lifecycle_event) {
    const before = starters()
    setInterval(() => starters() === before || child.kill('SIGTERM'), 500).unref()
  }
}

/** Who started us: our parent, and where that is the shell npm runs scripts in, npm behind it. */
function starters() {
  const parent = process.ppid
  try {
    const [, name, rest] = readFileSync(`/proc/${parent}/stat`, 'utf8').match(/\((.*)\) \S+ (\d+)/s)
    return /^(sh|dash|bash|ash|zsh|busybox)$/.test(name) ? `${parent} ${rest}` : `${parent}`
  } catch {
    return `${parent}` // no /proc here
  }
}
