import { spawnSync } from 'node:child_process'
import { linkSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Which run of which program a process number stands for now; null when none. Numbers are used again, in a container
 * even the same ones after every restart, so a number alone proves nothing.
 */
export function identity(pid: number): string | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null
  }
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || null
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return null // ended; only its parent has not looked yet
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
  } catch {
    return null
  }
}

/**
 * Takes the folder for this process, until the returned function is called or the process ends in whatever way.
 * @throws Error when a living process holds it.
 */
export function holdFolder(dir: string): () => void {
  const path = join(realpathSync(dir), 'lock')
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, JSON.stringify({ pid: process.pid, identity: identity(process.pid) }))
  const release = () => rmSync(path, { force: true })
  try {
    for (let attempt = 0; attempt < 50; attempt++) {
      try {
        linkSync(mine, path) // appears whole or not at all
        process.once('exit', release)
        return () => {
          process.off('exit', release)
          release()
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const holder = readHolder(path)
      if (holder && identity(holder.pid) === holder.identity)
        throw new Error(
          `Linli is already running on ${dir} (process ${holder.pid}). Stop it first, or set LINLI_DATA to another folder.`,
        )
      if (holder) setAside(path, `${mine}.stale`, holder)
    }
    throw new Error(`${path} changes hands too often; is Linli being started in a loop?`)
  } finally {
    rmSync(mine, { force: true })
  }
}

type Holder = { pid: number; identity: string }
function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** Moves a dead holder's lock away. If somebody was quicker and it is theirs by now, they get it back. */
function setAside(path: string, aside: string, dead: Holder) {
  try {
    renameSync(path, aside)
    const moved = readHolder(aside)
    if (moved && moved.identity !== dead.identity) linkSync(aside, path)
    rmSync(aside, { force: true })
  } catch {
    // Gone or taken meanwhile: the next attempt sees how it stands.
  }
}
