import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { firstLoads, report } from './sizes.ts'

/** Builds the doors into web/dist and says what a first visit to each of them weighs. */
const root = join(import.meta.dirname, '..')
await build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'warn' })
const dist = join(root, 'web/dist')
if (!existsSync(join(dist, 'index.html'))) throw new Error('web/dist: the build left no index.html')
console.log(report(firstLoads(dist, (path) => readFileSync(path))))
