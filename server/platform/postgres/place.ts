import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { binariesFor, type Owner, outside, reaches } from './binaries.ts'

export type Place = { home: string; data: string; run: string; log: string; owner: Owner; bin: string }

/** PostgreSQL refuses to run as root; then it runs as whoever owns the data, or as nobody. */
export function findPlace(dir: string, say: (line: string) => void): Place {
  const root = process.getuid?.() === 0
  const owned = statSync(join(dir, 'data'), { throwIfNoEntry: false })
  if (!root && owned && owned.uid !== process.getuid?.())
    throw new Error(`${dir}/data belongs to user ${owned.uid}: start Linli as that user or as root.`)
  const owner = root ? (owned && owned.uid !== 0 ? { uid: owned.uid, gid: owned.gid } : nobody()) : null
  let home = dir
  if (owner && !reaches(owner, dir)) {
    if (owned)
      throw new Error(
        `The database's user (${owner.uid}) may no longer enter ${dir}. Allow it: chmod a+x on it and the folders above.`,
      )
    home = join(outside, createHash('sha256').update(dir).digest('hex').slice(0, 12))
    say(`The database's user may not enter ${dir}: the data are in ${home}.`)
  }
  const { dir: bin, copied } = binariesFor(owner, owner ? outside : home)
  if (copied) say(`The database's programs were copied to ${bin}.`)
  // A socket's path may have about a hundred bytes.
  const near = join(home, 'run')
  const run =
    Buffer.byteLength(near) < 80
      ? near
      : join(tmpdir(), `linli-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  folderFor(owner, run)
  return { home, data: join(home, 'data'), run, log: join(home, 'log'), owner, bin }
}

function nobody() {
  const fields = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((l) => l.startsWith('nobody:'))
    ?.split(':')
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : { uid: 65534, gid: 65534 }
}

export function folderFor(owner: Owner, path: string) {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const stat = lstatSync(path)
  if (!stat.isDirectory() || ![0, process.getuid?.(), owner?.uid].includes(stat.uid))
    throw new Error(`${path} is somebody else's`)
  if (owner) chownSync(path, owner.uid, owner.gid)
}
