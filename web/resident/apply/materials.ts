import type { Held, Item, ItemMaterial } from '../../api/types.ts'
import { type Facts, holds } from '../../ui/form/schema.ts'
import type { Draft } from './draft.ts'

/** Only what this person's facts call for. */
export const materialsFor = (item: Item, facts: Facts) => item.materials.filter((m) => holds(facts, m.when))
export const heldOf = (m: ItemMaterial, held: Held[]) => (m.held ? held.find((h) => h.name === m.held) : undefined)

export const givenMaterials = (item: Item, facts: Facts, held: Held[], draft: Draft) =>
  materialsFor(item, facts).map((m) => {
    const files = (draft.materials[m.code]?.files ?? []).map((f) => f.id)
    return files.length
      ? { code: m.code, status: 'received' as const, files }
      : { code: m.code, status: heldOf(m, held) ? ('held' as const) : ('missing' as const) }
  })
