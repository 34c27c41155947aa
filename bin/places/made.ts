/**
 * What nobody publishes and we made up, in one place: where communities lie, how many people live there, and to whom the
 * ground of a vanished community went. Change it freely; `npm run places` draws everything again.
 */

/** Residents and households of the whole district; 620 grids as in the report of 2017 (390,000 ÷ 620 ≈ 629 a grid). */
export const residents = 390_000
export const households = 136_000
export const gridCount = 620
/** The report speaks of a new division into grids since 2016. */
export const gridsFrom = '2016-07-01'

/** Degrees of longitude and latitude (WGS84) around which a community of 2017 is drawn, and its weight in people. */
export const seeds: Record<string, [lon: number, lat: number, people: number]> = {
  tianjinghu: [117.818, 30.948, 17000],
  yinghu: [117.809, 30.944, 13000],
  wusong: [117.812, 30.929, 14500],
  renmin: [117.806, 30.935, 15000],
  meitang: [117.826, 30.963, 13500],
  xingfu: [117.819, 30.936, 16500],
  guantang: [117.828, 30.946, 14000],
  xueyuan: [117.832, 30.955, 15000],
  yangguang: [117.838, 30.938, 15500],
  youhao: [117.798, 30.941, 12500],
  luosishan: [117.799, 30.93, 12500],
  lucai: [117.826, 30.914, 11000],
  jinkouling: [117.815, 30.917, 12500],
  yaoshan: [117.834, 30.927, 14500],
  chaoyang: [117.845, 30.919, 11000],
  binjiang: [117.784, 30.94, 12000],
  jinshan: [117.787, 30.928, 11500],
  henggang: [117.768, 30.927, 7500],
  shizishan: [117.871, 30.925, 12500],
  tongxia: [117.856, 30.904, 8500],
  lixin: [117.89, 30.921, 8000],
  fenghuangshan: [118.013, 30.874, 3000],
  cuihu: [117.84, 30.965, 14000],
  kaiyuan: [117.851, 30.93, 6500],
  lianmeng: [117.856, 30.941, 6000],
  tianshan: [117.868, 30.936, 5000],
  qifeng: [117.856, 30.955, 7000],
  wumushan: [117.868, 30.949, 6000],
  nonglin: [117.878, 30.958, 2600],
  chaitang: [117.87, 30.966, 2200],
  yuejin: [117.859, 30.968, 2300],
  chaoshan: [117.985, 30.92, 1500],
  'shizishan-village': [117.886, 30.934, 2000],
  xinmiao: [117.882, 30.978, 1900],
  hengtang: [117.868, 30.982, 2000],
  lianfu: [117.857, 30.981, 1800],
  shishan: [117.884, 30.945, 1700],
  xinwei: [117.882, 31.0, 1600],
  lianhe: [117.866, 31.001, 1700],
  changlong: [117.853, 30.995, 1900],
  xielong: [117.847, 30.974, 5200],
  jincheng: [117.833, 30.973, 5600],
  hubian: [117.823, 30.972, 5000],
  machong: [117.813, 30.97, 2400],
  charen: [117.841, 30.985, 2200],
  shuangqiao: [117.829, 30.988, 2100],
  qitan: [117.816, 30.983, 2400],
  jianli: [117.803, 30.99, 1900],
  dongchong: [117.803, 30.978, 2100],
  xinjiang: [117.79, 30.984, 2000],
  shiqiao: [117.778, 30.976, 4000],
  'shenghuo-1': [117.819, 31.003, 4500],
  'shenghuo-2': [117.833, 31.002, 4200],
  'shenghuo-3': [117.843, 31.006, 3600],
  xinqu: [117.799, 31.006, 3000],
}

/**
 * On the day a community no longer stands, its grids pass on. The lists say that it ended, never where its ground went;
 * `codes` marks the ones whose code the receiving community carries from that day, which the lists do show.
 */
export const handovers: { at: string; from: string; to: string; codes?: true }[] = [
  { at: '2018-01-01', from: 'fenghuangshan', to: 'lixin' },
  { at: '2019-01-01', from: 'henggang', to: 'jinshan' },
  { at: '2019-01-01', from: 'tongxia', to: 'chaoyang' },
  { at: '2021-01-01', from: 'xielong', to: 'linhu', codes: true },
  { at: '2021-01-01', from: 'jincheng', to: 'cuihu', codes: true },
  { at: '2021-01-01', from: 'hubian', to: 'hubin', codes: true },
  { at: '2021-01-01', from: 'qitan', to: 'xitan', codes: true },
  { at: '2021-01-01', from: 'dongchong', to: 'furui', codes: true },
  { at: '2021-01-01', from: 'machong', to: 'meitang', codes: true },
  { at: '2021-01-01', from: 'gongnong', to: 'liuyuan', codes: true },
  { at: '2021-01-01', from: 'shiqiao', to: 'furui' },
  { at: '2021-01-01', from: 'charen', to: 'linhu' },
  { at: '2021-01-01', from: 'shuangqiao', to: 'liuyuan' },
  { at: '2021-01-01', from: 'jianli', to: 'liuyuan' },
  { at: '2021-01-01', from: 'xinjiang', to: 'furui' },
]

/** A community that stays but gives up ground: its grids are dealt out in order, the first share stays. */
export const partings: { at: string; from: string; among: string[] }[] = [
  { at: '2018-01-01', from: 'xinqu', among: ['xinqu', 'xinqu-1', 'xinqu-2', 'xinqu-3'] },
]

/** A number between 0 and 1 that a text always gives (FNV-1a). The generator knows no other chance. */
export function chance(text: string): number {
  let hash = 0x811c9dc5
  for (const c of text) hash = Math.imul(hash ^ (c.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}

/** Whole numbers that sum to `total`, in proportion to the weights, none below `least` (largest remainder). */
export function share(total: number, weights: number[], least = 0): number[] {
  const free = total - least * weights.length
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((w) => (free * w) / sum)
  const parts = exact.map((x) => least + Math.floor(x))
  const byRemainder = exact.map((x, i) => [x - Math.floor(x), i] as const).sort((a, b) => b[0] - a[0] || a[1] - b[1])
  const missing = total - parts.reduce((a, b) => a + b, 0)
  for (const [, i] of byRemainder.slice(0, missing)) parts[i] = (parts[i] ?? 0) + 1
  return parts
}
