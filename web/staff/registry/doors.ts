/** A building as one sees it from the street: floors from the top, entrances side by side. Pure. */

export type Door = { id: string; key: string }
export type Placed<D> = { door: D; floor: number; unit: number; at: string }
export type Front<D> = {
  units: { unit: number; columns: string[] }[]
  floors: { floor: number; cells: (Placed<D> | null)[] }[]
  /** Doors whose words say neither floor nor entrance. */
  rest: D[]
}

/** Entrance 2, door 305 is the fifth door on the third floor of the second entrance; without an entrance, of the only one. */
export function placeDoor<D extends Door>(door: D, building: string): Placed<D> | null {
  const tail = door.key.startsWith(building) ? door.key.slice(building.length) : door.key
  const found = /^(?:(\d{1,2})\u5355\u5143)?(\d{1,2})(\d{2})(?!\d)/.exec(tail)
  if (!found) return null
  const [floor, unit] = [Number(found[2]), Number(found[1] ?? 1)]
  return floor > 0 ? { door, floor, unit, at: found[3] as string } : null
}

export function frontOf<D extends Door>(doors: D[], building: string, floors: number | null): Front<D> {
  const placed = doors.map((d) => placeDoor(d, building))
  const known = placed.filter((p): p is Placed<D> => p !== null)
  const rest = doors.filter((_, i) => placed[i] === null)
  const units = [...new Set(known.map((p) => p.unit))]
    .sort((a, b) => a - b)
    .map((unit) => ({
      unit,
      columns: [...new Set(known.filter((p) => p.unit === unit).map((p) => p.at))].sort(),
    }))
  const top = Math.max(floors ?? 0, ...known.map((p) => p.floor), 0)
  const rows = []
  for (let floor = known.length ? top : 0; floor >= 1; floor--)
    rows.push({
      floor,
      cells: units.flatMap(({ unit, columns }) =>
        columns.map((at) => known.find((p) => p.floor === floor && p.unit === unit && p.at === at) ?? null),
      ),
    })
  return { units, floors: rows, rest }
}
