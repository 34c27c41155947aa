import { type Drawing, type Drawn, type DrawnFlow, type Problem, problem } from './drawing.ts'
import { checkPaths } from './paths.ts'

/** What the kernel runs. Everything else is refused: a case must not take a road that is only drawn. */
const kinds = {
  'bpmn:StartEvent': 'start',
  'bpmn:EndEvent': 'end',
  'bpmn:UserTask': 'task',
  'bpmn:ExclusiveGateway': 'exclusive',
  'bpmn:InclusiveGateway': 'inclusive',
  'bpmn:ParallelGateway': 'parallel',
  'bpmn:BoundaryEvent': 'timer',
} as const
export const kindOf = (node: Drawn) => (node.$type in kinds ? kinds[node.$type as keyof typeof kinds] : null)

/** A condition is the name of one fact, or `!` and the name. What makes the fact true is the item's to say. */
const condition = /^!?[\p{L}_][\p{L}\p{N}_.-]*$/u
export const conditionOf = (flow: Drawn) => flow.conditionExpression?.body?.trim()
export const durationOf = (timer: Drawn) => timer.eventDefinitions?.[0]?.timeDuration?.body?.trim() ?? ''
/** ISO 8601, whole numbers; at least one part, and one after the T where there is a T. */
const duration = /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/

/** What each element may say beside its id and name; the drawing tools' own additions mean nothing to us. */
const silent = ['$type', 'id', 'name', 'documentation', 'extensionElements', 'incoming', 'outgoing', 'gatewayDirection']
const settings: Record<string, string[]> = {
  exclusive: ['default'],
  inclusive: ['default'],
  timer: ['attachedToRef', 'cancelActivity', 'eventDefinitions'],
}

/** Everything in the drawing that the kernel would not carry out, or that would leave a case standing. */
export function check(drawing: Drawing): Problem[] {
  const { process, nodes, flows } = drawing
  const starts = nodes.filter((n) => kindOf(n) === 'start')
  return [
    ...(starts.length === 0 ? [problem(process, '没有开始事件')] : []),
    ...starts.slice(1).map((n) => problem(n, '只能有一个开始事件')),
    ...nodes.flatMap((node) => reasons(node, flows).map((reason) => problem(node, reason))),
    ...flows.flatMap((flow) => flowReasons(flow, flows).map((reason) => problem(flow, reason))),
    ...checkPaths(drawing),
  ]
}

function reasons(node: Drawn, flows: DrawnFlow[]): string[] {
  const kind = kindOf(node)
  if (!kind) return ['不支持这种元素']
  const entering = flows.filter((f) => f.targetRef === node).length
  const leaving = flows.filter((f) => f.sourceRef === node).length
  const isGateway = kind === 'exclusive' || kind === 'inclusive' || kind === 'parallel'
  return [
    ...foreign(node).map((key) => `不支持设置 ${key}`),
    ...when((kind === 'start' || kind === 'timer') && entering > 0, '不能有流入'),
    ...when(kind === 'end' && leaving > 0, '结束事件不能有流出'),
    ...when(kind !== 'end' && leaving === 0, '没有流出，办件到这里会停住'),
    ...when(!isGateway && kind !== 'end' && leaving > 1, '有多条流出，请用网关写明怎样分流'),
    ...when(isGateway && entering > 1 && leaving > 1, '网关不能既汇合又分流，请拆成两个'),
    ...when(kind === 'task' && !node.name?.trim(), '环节没有名称'),
    ...(kind === 'timer' ? timerReasons(node) : []),
    ...(kind === 'exclusive' || kind === 'inclusive' ? defaultReasons(node, flows, leaving) : []),
  ]
}

/** A setting counts only where it differs from what BPMN assumes anyway: some tools write those out. */
function foreign(node: Drawn) {
  const assumed = Object.getPrototypeOf(node) as Record<string, unknown>
  const known = [...silent, ...(settings[kindOf(node) ?? ''] ?? [])]
  return Object.entries(node).flatMap(([key, value]) => (known.includes(key) || assumed[key] === value ? [] : [key]))
}

function timerReasons(node: Drawn): string[] {
  const definitions = node.eventDefinitions ?? []
  const isTimer = definitions.length === 1 && definitions[0]?.$type === 'bpmn:TimerEventDefinition'
  return [
    ...when(node.attachedToRef?.$type !== 'bpmn:UserTask', '边界事件只能附在用户环节上'),
    ...when(!isTimer, '边界事件只支持一个定时器'),
    ...when(isTimer && !duration.test(durationOf(node)), '定时器要写时长，如 P3D（三天）、PT4H（四小时）'),
  ]
}

function defaultReasons(node: Drawn, flows: DrawnFlow[], leaving: number): string[] {
  if (!node.default) return when(leaving > 1, '分流网关没有默认流向，条件都不成立时办件会停住')
  const own = flows.some((f) => f === node.default && f.sourceRef === node)
  return when(!own, '默认流向不是从这个网关流出的')
}

function flowReasons(flow: DrawnFlow, flows: DrawnFlow[]): string[] {
  const source = flow.sourceRef
  const text = conditionOf(flow)
  const kind = kindOf(source)
  if (!kind) return []
  const splits =
    (kind === 'exclusive' || kind === 'inclusive') && flows.filter((f) => f.sourceRef === source).length > 1
  if (!splits) return when(flow.conditionExpression !== undefined, '条件只能写在排他或包容网关分出的流向上')
  if (source.default === flow) return when(flow.conditionExpression !== undefined, '默认流向不写条件')
  if (!text) return ['没有条件，也不是默认流向']
  return when(!condition.test(text), `条件“${text}”应是一个事实的名称，或“!”加名称`)
}

const when = (wrong: boolean, reason: string) => (wrong ? [reason] : [])
