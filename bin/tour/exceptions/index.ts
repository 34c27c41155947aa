import { after } from './after.ts'
import { front } from './front.ts'
import { middle } from './middle.ts'
import type { Scene } from './scene.ts'

/** Every exception, each a scene of its own on a fresh matter. */
export const scenes: Scene[] = [...front, ...middle, ...after]
