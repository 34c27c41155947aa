/** Chinese text set in lines, as print shops do: both edges even, no mark of punctuation where it must not stand. Pure. */
export type Unit = { text: string; width: number }
/** `gap` is the space added after each unit, in points, so that the line ends at the edge. */
export type Line = { units: Unit[]; indent: number; gap: number }
type Setting = {
  width: number
  /** Of the first line. */
  indent?: number
  measure: (text: string) => number
  /** The largest gap that still looks even; a line that would need more stays short. */
  slack: number
}

const neverFirst = new Set('，。、；：？！）》〉」』”’】〕…—％%,.;:?!)]}·')
const neverLast = new Set('（《〈「『“‘【〔([{')
const widthOf = (units: Unit[]) => units.reduce((sum, u) => sum + u.width, 0)

export function setLines(text: string, { width, indent = 0, measure, slack }: Setting): Line[] {
  const lines: Line[] = []
  let line: Line = { units: [], indent, gap: 0 }
  const room = () => width - line.indent - widthOf(line.units)
  const close = (last: boolean) => {
    const gap = line.units.length > 1 ? room() / (line.units.length - 1) : 0
    lines.push({ ...line, gap: last || gap > slack ? 0 : gap })
    line = { units: [], indent: 0, gap: 0 }
  }
  for (const cluster of clustersOf(text, measure)) {
    const fits = widthOf(cluster) <= room()
    if (!fits && line.units.length) close(false)
    if (widthOf(cluster) <= room()) {
      line.units.push(...cluster)
      continue
    }
    // Longer than a whole line, such as an address of the web: broken where it must be.
    for (const { text } of cluster)
      for (const character of text) {
        const unit = { text: character, width: measure(character) }
        if (unit.width > room() && line.units.length) close(false)
        line.units.push(unit)
      }
  }
  close(true)
  return lines
}

/** What stays together on a line: a word or number of Latin script, and punctuation with what it belongs to. */
function clustersOf(text: string, measure: (text: string) => number): Unit[][] {
  const clusters: Unit[][] = []
  for (const [word] of text.matchAll(/[\x21-\x7e]+|./gsu)) {
    const before = clusters.at(-1)
    const sticks = before && (neverFirst.has(word.charAt(0)) || neverLast.has(before.at(-1)?.text.at(-1) ?? ''))
    const unit = { text: word, width: measure(word) }
    if (sticks) before.push(unit)
    else clusters.push([unit])
  }
  return clusters
}

/**
 * The rows of each page, with room for what ends the paper under the last. The seal never stands on a page without words of
 * its paper: rather some rows go over with it.
 */
export function paginate<Row extends { height: number }>(
  rows: Row[],
  room: { first: number; page: number; end: number },
): Row[][] {
  const pages: Row[][] = [[]]
  let left = room.first
  for (const row of rows) {
    if (row.height > left) {
      pages.push([])
      left = room.page
    }
    pages.at(-1)?.push(row)
    left -= row.height
  }
  if (left < room.end) pages.push(pages.at(-1)?.splice(-3) ?? [])
  return pages
}

/** The name of a unit over as few lines as it needs: broken where its place's name ends, or else into equal parts. */
export function balanced(name: string, most: number): string[] {
  const characters = [...name]
  if (characters.length <= most) return [name]
  const [, place, rest] = /^(.+?(?:社区|街道|开发区|镇|村|市|区))(.+)$/u.exec(name) ?? []
  if (place && rest && [...place].length <= most && [...rest].length <= most) return [place, rest]
  const each = Math.ceil(characters.length / Math.ceil(characters.length / most))
  return characters.flatMap((_, i) => (i % each ? [] : [characters.slice(i, i + each).join('')]))
}
