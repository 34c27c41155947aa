import { BpmnModdle, type Element, type Warning } from 'bpmn-moddle'

/** One thing that is wrong in a diagram, in words for its author. `type` is the tag as it stands in the file. */
export type Problem = { id: string; name?: string; type: string; reason: string }

/** Every problem of the diagram at once, so that it is mended in one go. */
export class CompileError extends Error {
  override name = 'CompileError'
  problems: Problem[]
  constructor(problems: Problem[]) {
    super(problems.map((p) => `${p.type} ${p.id}${p.name ? `（${p.name}）` : ''}：${p.reason}`).join('\n'))
    this.problems = problems
  }
}

export type Drawn = Element & { id: string }
export type DrawnFlow = Drawn & { sourceRef: Drawn; targetRef: Drawn }
/** One process as drawn, right or wrong. `problems` are those that reading it already showed. */
export type Drawing = { process: Drawn; nodes: Drawn[]; flows: DrawnFlow[]; problems: Problem[] }

export function problem(element: Element, reason: string): Problem {
  const type = element.$type.replace(/^.*:/, '')
  return {
    id: element.id ?? '',
    ...(element.name && { name: element.name }),
    type: type.charAt(0).toLowerCase() + type.slice(1),
    reason,
  }
}

export async function read(xml: string): Promise<Drawing> {
  const { rootElement, warnings } = await parse(xml)
  const roots = rootElement.rootElements ?? []
  const [process, ...others] = roots.filter((e) => e.$type === 'bpmn:Process')
  if (!process) throw new CompileError([problem(rootElement, '文件中没有流程')])

  const elements = process.flowElements ?? []
  const drawn = elements.filter(hasId)
  const problems = [
    ...warnings.map(unreadable),
    ...others.map((e) => problem(e, '一个文件只能有一个流程')),
    ...roots.flatMap((e) => e.messageFlows ?? []).map((e) => problem(e, '不支持消息流')),
    ...(hasId(process) ? [] : [problem(process, '缺少 id')]),
    ...elements.filter((e) => !hasId(e)).map((e) => problem(e, '缺少 id')),
    // A reference that names nothing is already among the warnings.
    ...drawn.filter((e) => isFlow(e) && !isConnected(e) && !warnings.some((w) => w.element === e)).map(loose),
  ]
  return {
    process: { ...process, id: process.id ?? '' },
    nodes: drawn.filter((e) => !isFlow(e)),
    flows: drawn.filter(isFlow).filter(isConnected),
    problems,
  }
}

async function parse(xml: string) {
  try {
    return await new BpmnModdle().fromXML(xml.replace(declaredEncoding, '$1'))
  } catch (error) {
    throw new CompileError([{ id: '', type: 'definitions', reason: `不是有效的 BPMN 文件：${where(error)}` }])
  }
}

function unreadable(warning: Warning): Problem {
  const element = warning.element ?? { $type: 'bpmn:Definitions' }
  return warning.value === undefined
    ? problem(element, `有无法识别的内容：${where(warning)}`)
    : problem(element, `引用的“${warning.value}”不存在`)
}

/** The reader's own words, which are English: the line, counted from 0 there, and what it stumbled over. */
function where(error: unknown) {
  const { message } = error as Error
  const [, line, cause] = /line: (\d+)[\s\S]*nested error: (.*)/.exec(message) ?? []
  return cause === undefined ? message : `第 ${Number(line) + 1} 行，${cause}`
}

/** What the file says of its own encoding. Whoever made a string of it has dealt with that; the reader would object. */
const declaredEncoding = /^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/

const loose = (flow: Element) => problem(flow, '流向没有连接起点或终点')
const isFlow = (e: Element) => e.$type === 'bpmn:SequenceFlow'
const hasId = (e: Element): e is Drawn => Boolean(e.id)
const isConnected = (e: Drawn): e is DrawnFlow => Boolean(e.sourceRef?.id && e.targetRef?.id)
