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
/**
 * One process as drawn, right or wrong, with what its call activities call drawn in. `scope` tells in which sub-process a node
 * lies. `problems` are those that reading it already showed.
 */
export type Drawing = {
  process: Drawn
  nodes: Drawn[]
  flows: DrawnFlow[]
  scope: Map<Element, Drawn>
  problems: Problem[]
}
/** The diagram a call activity names, where it is not in the same file. */
export type Library = (id: string) => string | undefined

export function problem(element: Element, reason: string): Problem {
  const type = element.$type.replace(/^.*:/, '')
  return {
    id: element.id ?? '',
    ...(element.name && { name: element.name }),
    type: type.charAt(0).toLowerCase() + type.slice(1),
    reason,
  }
}

export async function read(xml: string, library: Library = () => undefined): Promise<Drawing> {
  const { rootElement, warnings } = await parse(xml)
  const roots = rootElement.rootElements ?? []
  const processes = roots.filter((e) => e.$type === 'bpmn:Process')
  const called = new Set<string>()
  const [process] = processes.filter((p) => p.isExecutable !== false).concat(processes)
  if (!process) throw new CompileError([problem(rootElement, '文件中没有流程')])

  const drawing: Drawing = {
    process: { ...process, id: process.id ?? '' },
    nodes: [],
    flows: [],
    scope: new Map(),
    problems: [
      ...warnings.filter((w) => !/^bpmn:(structureRef|itemRef|itemSubjectRef)$/.test(w.property ?? '')).map(unreadable),
      ...roots.flatMap((e) => e.messageFlows ?? []).map((e) => problem(e, '不支持消息流')),
      ...(hasId(process) ? [] : [problem(process, '缺少 id')]),
    ],
  }
  await collect(process, undefined, [process.id ?? ''])
  drawLinks(drawing)
  const strangers = processes.filter((p) => p !== process && !called.has(p.id ?? ''))
  drawing.problems.push(...strangers.map((p) => problem(p, '一个文件只能有一个流程，另外的须由调用活动调用')))
  return drawing

  async function collect(of: Element, scope: Drawn | undefined, stack: string[]) {
    const elements = (of.flowElements ?? []).filter((e) => !isData(e))
    const drawn = elements.filter(hasId)
    drawing.problems.push(
      ...elements.filter((e) => !hasId(e)).map((e) => problem(e, '缺少 id')),
      // A reference that names nothing is already among the warnings.
      ...drawn.filter((e) => isFlow(e) && !isConnected(e) && !warnings.some((w) => w.element === e)).map(loose),
    )
    drawing.nodes.push(...drawn.filter((e) => !isFlow(e)))
    drawing.flows.push(...drawn.filter(isFlow).filter(isConnected))
    for (const e of drawn) {
      if (scope) drawing.scope.set(e, scope)
      if (e.$type === 'bpmn:CallActivity') await drawIn(e, stack)
      else if (e.flowElements) await collect(e, e, stack)
    }
  }

  /** What is called is read anew for each call, its ids behind the call's: `call/task`. */
  async function drawIn(call: Drawn, stack: string[]) {
    const id = call.calledElement ?? ''
    if (stack.includes(id)) return void drawing.problems.push(problem(call, `流程“${id}”调用了自己`))
    const own = roots.some((e) => e.id === id)
    const text = own ? xml : library(id)
    if (text === undefined) return void drawing.problems.push(problem(call, `找不到被调用的流程“${id}”`))
    const found = ((await parse(text)).rootElement.rootElements ?? []).find((e) => e.id === id)
    called.add(id)
    if (found?.$type === 'bpmn:GlobalUserTask') return
    if (found?.$type !== 'bpmn:Process') return void drawing.problems.push(problem(call, `“${id}”不是可以调用的流程`))
    call.flowElements = found.flowElements ?? []
    rename(call)
    await collect(call, call, [...stack, id])

    function rename(scope: Element) {
      for (const e of scope.flowElements ?? []) {
        if (e.id) e.id = `${call.id}/${e.id}`
        rename(e)
      }
    }
  }
}

/** A link is a line that is not drawn: from the throwing event to the catching one of the same name in the same scope. */
function drawLinks({ nodes, flows, scope, problems }: Drawing) {
  const links = nodes.filter((n) => linkOf(n) !== undefined)
  for (const from of links.filter((n) => n.$type === 'bpmn:IntermediateThrowEvent')) {
    const to = links.filter(
      (n) =>
        n.$type === 'bpmn:IntermediateCatchEvent' && linkOf(n) === linkOf(from) && scope.get(n) === scope.get(from),
    )
    const [target] = to
    if (!target || to.length > 1) problems.push(problem(from, '链接事件要有且只有一个同名的捕获事件'))
    else flows.push({ $type: 'bpmn:SequenceFlow', id: `${from.id}.link`, sourceRef: from, targetRef: target })
  }
}
export const linkOf = (node: Drawn) =>
  node.eventDefinitions?.length === 1 && node.eventDefinitions[0]?.$type === 'bpmn:LinkEventDefinition'
    ? (node.eventDefinitions[0].name ?? '')
    : undefined

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
/** Drawn for the reader: they carry no token. */
const isData = (e: Element) => /^bpmn:Data(Object|ObjectReference|StoreReference)$/.test(e.$type)
const hasId = (e: Element): e is Drawn => Boolean(e.id)
const isConnected = (e: Drawn): e is DrawnFlow => Boolean(e.sourceRef?.id && e.targetRef?.id)
