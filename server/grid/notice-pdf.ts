import { createHash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import { centred, collect, drawCode, fonts, measure, oneLine } from '../paper/view.ts'
import type { Geometry } from './shape.ts'
import type { notice } from './store.ts'

type Notice = NonNullable<Awaited<ReturnType<typeof notice>>>

const page = { width: 595.28, left: 72, inner: 451.28 }
const [ink, soft, rule, ground] = ['#1c2127', '#4d545d', '#b9b5ab', '#e6eef2']

/** What hangs on the wall: name and place, the boundary as a picture, who to turn to, where to complain, and of which day it is. */
export async function noticePdf(n: Notice, url: string, printedAt: Date): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: `${n.name}公示牌`,
      Author: n.community,
      Producer: 'Linli',
      CreationDate: printedAt,
      ModDate: printedAt,
    },
  })
  Object.assign(doc, { _id: createHash('md5').update(`${n.id} ${printedAt.toISOString()}`).digest() })
  const done = collect(doc)
  doc.registerFont('regular', fonts().regular).registerFont('bold', fonts().bold)
  centred(doc, n.name, page.width / 2, 110, { size: fitted(doc, n.name, 34), font: 'bold', color: ink })
  centred(doc, `${n.community}　网格公示牌`, page.width / 2, 142, { size: 15, color: soft })
  let y = 170
  if (n.boundary) {
    drawShape(doc, n.boundary, { x: page.left, y, width: page.inner, height: 210 })
    y += 228
  }
  for (const [label, value] of linesOf(n)) {
    y += 30
    oneLine(doc, label, page.left, y, { size: 14, color: soft })
    oneLine(doc, value, page.left + 104, y, {
      size: fitted(doc, value, 16, page.inner - 104),
      color: ink,
      font: 'bold',
    })
    doc
      .moveTo(page.left, y + 11)
      .lineTo(page.left + page.inner, y + 11)
      .lineWidth(0.5)
      .strokeColor(rule)
      .stroke()
  }
  const foot = 690
  drawCode(doc, url, page.left, foot, 88)
  oneLine(doc, '扫码查看本网格的最新情况', page.left + 106, foot + 22, { size: 12, color: ink })
  oneLine(doc, '公示内容有变化时更新；与实际不符，请拨打监督电话。', page.left + 106, foot + 46, {
    size: 11,
    color: soft,
  })
  oneLine(doc, `更新日期：${chinese(n.updated)}`, page.left + 106, foot + 70, { size: 11, color: soft })
  doc.end()
  return done
}

const chinese = (day: string) => {
  const [y, m, d] = day.split('-').map(Number)
  return `${y}年${m}月${d}日`
}

/** As many as there is room for; the rest stands behind the code. */
const mostWorkers = 4
function linesOf(n: Notice): [string, string][] {
  const who = (duty: string) =>
    n.workers
      .filter((w) => w.duty === duty)
      .slice(0, mostWorkers)
      .map((w): [string, string] => [
        duty === 'grid-head' ? '网格长' : '网格员',
        [w.name, w.phone].filter(Boolean).join('　'),
      ])
  const workers = who('grid-worker')
  return [
    ...(n.until
      ? [
          ['状态', `已于 ${chinese(n.until)}撤销，现为：${n.successors.map((s) => s.name).join('、')}`] as [
            string,
            string,
          ],
        ]
      : []),
    ['网格编码', n.code ?? '—'],
    ['在住', `约 ${n.people} 人（${chinese(n.counted)}登记）`],
    ...(workers.length ? workers : [['网格员', '暂缺，请找网格长'] as [string, string]]),
    ...who('grid-head'),
    ['监督电话', n.supervision ?? '—'],
  ]
}

/** Long names stand smaller, never cut. */
function fitted(doc: PDFKit.PDFDocument, text: string, size: number, width = page.inner): number {
  const wide = [...text].reduce((sum, c) => sum + measure(doc, size, 'bold')(c), 0)
  return wide > width ? (size * width) / wide : size
}

function drawShape(doc: PDFKit.PDFDocument, g: Geometry, box: { x: number; y: number; width: number; height: number }) {
  const polygons = g.type === 'Polygon' ? [g.coordinates] : g.coordinates
  const all = polygons.flat(2)
  const [xs, ys] = [all.map((p) => p[0]), all.map((p) => p[1])]
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  // A degree of longitude is shorter than one of latitude: true shapes need that.
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(box.width / ((east - west) * squeeze), box.height / (north - south))
  const at = ([lon, lat]: [number, number]): [number, number] => [
    box.x + box.width / 2 + (lon - (west + east) / 2) * squeeze * scale,
    box.y + box.height / 2 - (lat - (south + north) / 2) * scale,
  ]
  for (const ring of polygons.flat()) {
    ring.forEach((p, i) => {
      const [x, y] = at(p)
      if (i) doc.lineTo(x, y)
      else doc.moveTo(x, y)
    })
    doc.closePath()
  }
  doc.lineWidth(1.6).lineJoin('round').fillAndStroke(ground, '#1d4f6b', 'even-odd')
}
