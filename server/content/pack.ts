import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Library } from '../kernel/compile.ts'
import type { Item } from './item.ts'

/** The files of a pack as they lie on disk, nothing judged. */
export const readItems = (dir: string): { id: string; path: string; item: Item }[] =>
  filesIn(dir, 'items', '.json').map((f) => ({ ...f, item: JSON.parse(readFileSync(f.path, 'utf8')) }))

export const filesIn = (dir: string, folder: string, ending: string): { id: string; path: string }[] =>
  existsSync(join(dir, folder))
    ? readdirSync(join(dir, folder))
        .filter((f) => f.endsWith(ending))
        .sort()
        .map((f) => ({ id: f.slice(0, -ending.length), path: join(dir, folder, f) }))
    : []

/** The diagrams a call activity may name: those beside it, by the id that is their file's name. */
export const libraryOf =
  (folder: string): Library =>
  (id) =>
    /^[a-z][a-z0-9-]*$/.test(id) && existsSync(join(folder, `${id}.bpmn`))
      ? readFileSync(join(folder, `${id}.bpmn`), 'utf8')
      : undefined
