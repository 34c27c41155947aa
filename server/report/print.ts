import type { Whole } from './show.ts'
import type { Piece } from './template.ts'
import { sayDay } from './wording.ts'

export { asPdf } from './pdf.ts'
export { asWord } from './word.ts'

export type Run = { text: string; strong?: true; figure?: true }
export type PrintBlock =
  | { kind: 'title' | 'subtitle' | 'address' | 'h2' | 'h3' | 'text'; runs: Run[] }
  | { kind: 'item'; label: string; runs: Run[] }
  | { kind: 'table'; head: string[]; rows: string[][] }
export type Print = { title: string; version: number; audience: string; status: string; blocks: PrintBlock[] }

const outcomes = { kept: '已经落实', partly: '部分落实', not: '没有落实' }

/** A report as it stands on paper: figures in their words, nothing left of how it is written. */
export function printOf(
  r: Pick<Whole, 'title' | 'version' | 'audience' | 'status' | 'blocks' | 'figures' | 'earlier'>,
): Print {
  const texts = new Map(r.figures.map((f) => [f.mark, f.text]))
  const runs = (pieces: Piece[]): Run[] =>
    pieces.map((p) =>
      'mark' in p
        ? { text: texts.get(p.mark) ?? '暂无', figure: true, ...(p.strong && { strong: true }) }
        : { text: p.text, ...(p.strong && { strong: true }) },
    )
  const words = (pieces: Piece[]) =>
    runs(pieces)
      .map((x) => x.text)
      .join('')
  const blocks = r.blocks.flatMap((b): PrintBlock[] => {
    switch (b.kind) {
      case 'heading':
        return [{ kind: b.level === 1 ? 'title' : b.level === 2 ? 'h2' : 'h3', runs: runs(b.pieces) }]
      case 'paragraph':
        return [{ kind: b.role === 'under' ? 'subtitle' : (b.role ?? 'text'), runs: runs(b.pieces) }]
      case 'list':
        return b.items.map((item, i) => ({ kind: 'item', label: b.ordered ? `${i + 1}.` : '', runs: runs(item) }))
      case 'table':
        return [{ kind: 'table', head: b.head.map(words), rows: b.rows.map((row) => row.map(words)) }]
      case 'promises':
        return r.earlier?.promises.length
          ? [
              {
                kind: 'text',
                runs: [{ text: `现将${sayDay(r.earlier.meetingOn)}报告所作承诺的落实情况一并报告如下。` }],
              },
              ...r.earlier.promises.map((p): PrintBlock => {
                const became = p.outcome ? outcomes[p.outcome] : '尚未登记落实情况'
                return {
                  kind: 'item',
                  label: `${p.n}.`,
                  runs: [{ text: `${p.text}：${became}${p.note ? `，${p.note}` : ''}。` }],
                }
              }),
            ]
          : []
      default:
        return b satisfies never
    }
  })
  return { title: r.title, version: r.version, audience: r.audience, status: r.status, blocks }
}
