/** The part of Markdown a report is written in: headings, paragraphs, lists, tables, strong words, and figures as {{mark}}. Pure. */
export type Piece = { text: string; strong?: true } | { mark: string; strong?: true }
export type Block =
  | { kind: 'heading'; level: number; pieces: Piece[] }
  /** `under`: the line beneath the title; `address`: to whom it speaks. */
  | { kind: 'paragraph'; pieces: Piece[]; role?: 'under' | 'address' }
  | { kind: 'list'; ordered: boolean; items: Piece[][] }
  | { kind: 'table'; head: Piece[][]; rows: Piece[][][] }
  /** {{@promises}} alone on a line: what the last report promised, and what became of it. */
  | { kind: 'promises' }

export const markPattern = /\{\{([a-z][a-z0-9-]{0,59})\}\}/g
const whole = /^\{\{@promises\}\}$/

export const marksOf = (markdown: string): string[] => [
  ...new Set([...markdown.matchAll(markPattern)].map((m) => m[1] ?? '')),
]

/** What looks like a mark and is none: a slip that would be printed as it stands. */
export const brokenMarks = (markdown: string): string[] =>
  markdown
    .replace(markPattern, '')
    .replace(/^\{\{@promises\}\}$/gm, '')
    .match(/\{\{[^}\n]*\}?\}?|\}\}/g) ?? []

export function parse(markdown: string): Block[] {
  const blocks: Block[] = []
  const lines = markdown.replaceAll('\r\n', '\n').split('\n')
  let i = 0
  const line = () => (lines[i] ?? '').trim()
  while (i < lines.length) {
    const at = line()
    const heading = /^(#{1,4})\s+(.+)$/.exec(at)
    if (!at) i++
    else if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, pieces: piecesOf(heading[2] ?? '') })
      i++
    } else if (whole.test(at)) {
      blocks.push({ kind: 'promises' })
      i++
    } else if (isItem(at)) {
      const ordered = /^\d/.test(at)
      const items: Piece[][] = []
      for (; isItem(line()) && /^\d/.test(line()) === ordered; i++) items.push(piecesOf(line().replace(itemStart, '')))
      blocks.push({ kind: 'list', ordered, items })
    } else if (isRow(at) && isRule(lines[i + 1] ?? '')) {
      const head = cellsOf(at)
      const rows: Piece[][][] = []
      for (i += 2; isRow(line()); i++) {
        const cells = cellsOf(line())
        rows.push(head.map((_, k) => cells[k] ?? []))
      }
      blocks.push({ kind: 'table', head, rows })
    } else {
      // The lines of a paragraph belong together; Chinese needs no space between them.
      const parts: string[] = []
      for (; line() && (parts.length === 0 || !startsBlock(line())); i++) parts.push(line())
      const text = parts.join('')
      const role = text.startsWith('——') ? 'under' : /^[^。]{1,40}：$/.test(text) ? 'address' : null
      blocks.push({ kind: 'paragraph', pieces: piecesOf(text), ...(role && { role }) })
    }
  }
  return blocks
}

const itemStart = /^(-|\d{1,3}\.)\s+/
const isItem = (s: string) => itemStart.test(s)
const isRow = (s: string) => s.startsWith('|') && s.endsWith('|') && s.length > 1
const isRule = (s: string) => /^\|(\s*:?-+:?\s*\|)+$/.test(s.trim())
const startsBlock = (s: string) => /^#{1,4}\s/.test(s) || isItem(s) || isRow(s) || whole.test(s)
const cellsOf = (s: string) =>
  s
    .slice(1, -1)
    .split('|')
    .map((c) => piecesOf(c.trim()))

export function piecesOf(text: string): Piece[] {
  const parts = text.split('**')
  // Stars without a partner are stars.
  if (parts.length % 2 === 0) parts.push(`${parts.splice(-2, 2).join('**')}`)
  return parts.flatMap((part, n) => {
    const strong = n % 2 === 1 ? ({ strong: true } as const) : {}
    return part
      .split(/(\{\{[a-z][a-z0-9-]{0,59}\}\})/)
      .filter(Boolean)
      .map((s): Piece => {
        const mark = /^\{\{(.+)\}\}$/.exec(s)?.[1]
        return mark ? { mark, ...strong } : { text: s, ...strong }
      })
  })
}

/** A piece as plain text, marks filled in by the caller. */
export const plain = (pieces: Piece[], fill: (mark: string) => string) =>
  pieces.map((p) => ('mark' in p ? fill(p.mark) : p.text)).join('')
