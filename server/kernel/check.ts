import { type Drawing, type Drawn, type DrawnFlow, type Problem, problem } from './drawing.ts'
import { condition, conditionOf, eventsOf, isActivity, kindOf, manyOf } from './parts.ts'
import { checkPaths } from './paths.ts'

/** What each element may say beside its id and name; the drawing tools' own additions mean nothing to us. */
const silent = ['$type', 'id', 'name', 'documentation', 'extensionElements', 'incoming', 'outgoing', 'gatewayDirection']
const activity = ['loopCharacteristics', 'default']
const settings: Record<string, string[]> = {
  exclusive: ['default'],
  inclusive: ['default'],
  task: [...activity, 'calledElement'],
  sub: [...activity, 'flowElements', 'artifacts', 'laneSets', 'triggeredByEvent', 'calledElement', 'method'],
  start: ['isInterrupting', 'eventDefinitions', 'parallelMultiple'],
  end: ['eventDefinitions'],
  throw: ['eventDefinitions', 'messageRef', 'operationRef'],
  catch: ['eventDefinitions', 'eventDefinitionRef', 'parallelMultiple', 'messageRef', 'operationRef', 'default'],
  boundary: ['attachedToRef', 'cancelActivity', 'eventDefinitions', 'eventDefinitionRef', 'parallelMultiple'],
}

/** Everything in the drawing that the kernel would not carry out, or that would leave a case standing. */
export function check(drawing: Drawing): Problem[] {
  const { process, nodes, flows, scope } = drawing
  const scopes = [undefined, ...nodes.filter((n) => kindOf(n) === 'sub')]
  return [
    ...scopes.flatMap((s) => {
      const starts = nodes.filter((n) => kindOf(n) === 'start' && scope.get(n) === s)
      return [
        ...when(starts.length === 0, '没有开始事件').map((r) => problem(s ?? process, r)),
        ...starts.slice(1).map((n) => problem(n, '只能有一个开始事件')),
      ]
    }),
    ...nodes.flatMap((node) => reasons(node, drawing).map((reason) => problem(node, reason))),
    ...flows.flatMap((flow) => flowReasons(flow, drawing).map((reason) => problem(flow, reason))),
    ...checkPaths(drawing),
  ]
}

function reasons(node: Drawn, { flows, scope }: Drawing): string[] {
  const kind = kindOf(node)
  if (!kind) return ['不支持这种元素']
  const entering = flows.filter((f) => f.targetRef === node).length
  const leaving = flows.filter((f) => f.sourceRef === node).length
  const byEvent = node.triggeredByEvent === true
  const many = manyOf(node)
  return [
    ...foreign(node).map((key) => `不支持设置 ${key}`),
    ...when((kind === 'start' || kind === 'boundary' || byEvent) && entering > 0, '不能有流入'),
    ...when((kind === 'end' || byEvent) && leaving > 0, kind === 'end' ? '结束事件不能有流出' : '事件子流程不能有流出'),
    ...when(!isEnd(node) && !byEvent && leaving === 0, '没有流出，办件到这里会停住'),
    ...when(kind === 'task' && !node.name?.trim(), '环节没有名称'),
    ...when(node.default !== undefined && node.default.sourceRef !== node, '默认流向不是从这里流出的'),
    ...(typeof many === 'string' ? [many] : []),
    ...eventReasons(node, scope.get(node)),
    ...when(
      kind === 'choice' && !flows.every((f) => f.sourceRef !== node || isWaitedFor(f.targetRef, flows)),
      '事件网关后面只能接捕获事件，而且每个只从网关流入',
    ),
  ]
}
const isEnd = (node: Drawn) => kindOf(node) === 'end'
const isWaitedFor = (node: Drawn, flows: DrawnFlow[]) =>
  kindOf(node) === 'catch' && flows.filter((f) => f.targetRef === node).length === 1

function eventReasons(node: Drawn, scope: Drawn | undefined): string[] {
  const kind = kindOf(node)
  const { triggers, wrong } = eventsOf(node)
  const starts = kind === 'start' && scope?.triggeredByEvent === true
  const host = node.attachedToRef
  const has = (on: string) => triggers.some((t) => t.on === on)
  return [
    ...wrong,
    ...when(kind === 'start' && !starts && triggers.length > 0, '只有事件子流程的开始事件可以写触发条件'),
    ...when((starts || kind === 'boundary' || kind === 'catch') && triggers.length === 0, '没有写等待的是什么事件'),
    ...when(triggers.filter((t) => t.on === 'timer').length > 1, '一个事件只能有一个定时器'),
    ...when(kind === 'boundary' && !(host && isActivity(kindOf(host as Drawn))), '边界事件只能附在环节或子流程上'),
    ...when(
      kind === 'catch' && (has('error') || has('escalation') || has('cancel')),
      '错误、升级和取消只能在边界或事件子流程上捕获',
    ),
    ...when(has('cancel') && host?.$type !== 'bpmn:Transaction', '取消事件只能附在事务子流程上'),
    ...when(
      (has('error') || has('cancel')) && (kind === 'boundary' ? node.cancelActivity : node.isInterrupting) === false,
      '错误和取消事件必须是中断的',
    ),
  ]
}

/** A setting counts only where it differs from what BPMN assumes anyway: some tools write those out. */
function foreign(node: Drawn) {
  const assumed = Object.getPrototypeOf(node) as Record<string, unknown>
  const known = [...silent, ...(settings[kindOf(node) ?? ''] ?? [])]
  return Object.entries(node).flatMap(([key, value]) => (known.includes(key) || assumed[key] === value ? [] : [key]))
}

function flowReasons(flow: DrawnFlow, { flows, scope }: Drawing): string[] {
  const source = flow.sourceRef
  const text = conditionOf(flow)
  const kind = kindOf(source)
  if (!kind) return []
  const gateway = kind === 'exclusive' || kind === 'inclusive'
  const splits = gateway && flows.filter((f) => f.sourceRef === source).length > 1
  const crosses = when(scope.get(source) !== scope.get(flow.targetRef), '流向不能进出子流程')
  if (!gateway && !isActivity(kind))
    return [...crosses, ...when(flow.conditionExpression !== undefined, '条件不能写在这种元素流出的流向上')]
  if (source.default === flow) return [...crosses, ...when(flow.conditionExpression !== undefined, '默认流向不写条件')]
  if (gateway && !splits)
    return [...crosses, ...when(flow.conditionExpression !== undefined, '网关只有一条流出，不写条件')]
  if (text === undefined) return [...crosses, ...when(splits, '没有条件，也不是默认流向')]
  return [...crosses, ...when(!condition.test(text), `条件“${text}”应是一个事实的名称，或“!”加名称`)]
}

const when = (wrong: boolean, reason: string) => (wrong ? [reason] : [])
