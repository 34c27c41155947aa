import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { residentLimit, firstLoads as weigh } from '../bin/sizes.ts'
import type { Figure } from './main.ts'

const dist = fileURLToPath(new URL('../web/dist', import.meta.url))

/** First loads in kB gzip; the floor is what each door may weigh, so a ratio above 1 is too heavy. */
export function firstLoads(): Record<string, Figure> {
  if (!existsSync(dist)) return {}
  const limits: Record<string, number> = { resident: residentLimit / 1000, desk: 600, command: 600 }
  return Object.fromEntries(
    weigh(dist).map(({ door, total }) => {
      const floor = limits[door] ?? 600
      return [`first-load-${door}`, { ours: total / 1000, floor, ratio: total / 1000 / floor, unit: 'kB gzip' }]
    }),
  )
}
