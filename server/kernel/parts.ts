import type { Element } from 'bpmn-moddle'
import { type Drawn, linkOf } from './drawing.ts'
import type { Many, Throw, Trigger, Until } from './process.ts'

/** What single elements of a drawing mean to the kernel; null or a reason where they mean nothing. */

const kinds: Record<string, string> = {
  'bpmn:StartEvent': 'start',
  'bpmn:EndEvent': 'end',
  'bpmn:UserTask': 'task',
  'bpmn:SendTask': 'throw',
  'bpmn:ReceiveTask': 'catch',
  'bpmn:SubProcess': 'sub',
  'bpmn:Transaction': 'sub',
  'bpmn:CallActivity': 'sub',
  'bpmn:ExclusiveGateway': 'exclusive',
  'bpmn:InclusiveGateway': 'inclusive',
  'bpmn:ParallelGateway': 'parallel',
  'bpmn:EventBasedGateway': 'choice',
  'bpmn:BoundaryEvent': 'boundary',
  'bpmn:IntermediateCatchEvent': 'catch',
  'bpmn:IntermediateThrowEvent': 'throw',
}
export type Kind =
  | 'start'
  | 'end'
  | 'task'
  | 'sub'
  | 'exclusive'
  | 'inclusive'
  | 'parallel'
  | 'choice'
  | 'boundary'
  | 'catch'
  | 'throw'

/** What the kernel runs. Everything else is refused: a case must not take a road that is only drawn. */
export function kindOf(node: Drawn): Kind | null {
  if (node.$type === 'bpmn:CallActivity' && !node.flowElements) return 'task'
  // A complex gateway that only splits is an inclusive one; what it does when it joins is not settled enough to rely on.
  if (node.$type === 'bpmn:ComplexGateway')
    return !node.activationCondition && (node.incoming?.length ?? 0) <= 1 ? 'inclusive' : null
  // Where a link comes in, the token simply goes on.
  if (linkOf(node) !== undefined) return 'throw'
  return (kinds[node.$type] as Kind | undefined) ?? null
}
export const isActivity = (kind: Kind | null) => kind === 'task' || kind === 'sub' || kind === 'catch'

const definitionsOf = (node: Drawn): Element[] =>
  node.$type === 'bpmn:ReceiveTask' || node.$type === 'bpmn:SendTask'
    ? [{ $type: 'bpmn:MessageEventDefinition', ...(node.messageRef && { messageRef: node.messageRef }) }]
    : linkOf(node) !== undefined
      ? []
      : [...(node.eventDefinitions ?? []), ...(node.eventDefinitionRef ?? [])]

/** A name or `!` and a name. What makes the fact true is the item's to say. */
export const condition = /^!?[\p{L}_][\p{L}\p{N}_.-]*$/u
export const conditionOf = (flow: Drawn) => flow.conditionExpression?.body?.trim()
/** ISO 8601, whole numbers; at least one part, and one after the T where there is a T. */
const duration = /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/

/** The event definitions as triggers or throws; what cannot be read is told in `wrong`. */
export function eventsOf(node: Drawn): { triggers: Trigger[]; throws: Throw[]; wrong: string[] } {
  const triggers: Trigger[] = []
  const throws: Throw[] = []
  const wrong: string[] = []
  const throwing = node.$type === 'bpmn:EndEvent' || kindOf(node) === 'throw'
  for (const d of definitionsOf(node)) {
    const on = d.$type.replace(/^bpmn:(.)(.*)EventDefinition$/, (_, a, rest) => a.toLowerCase() + rest)
    if (on === 'timer' && !throwing) {
      const text = d.timeDuration?.body?.trim() ?? ''
      if (!duration.test(text)) wrong.push('定时器要写时长，如 P3D（三天）、PT4H（四小时）')
      triggers.push({ on, duration: text })
    } else if (on === 'conditional' && !throwing) {
      const when = d.condition?.body?.trim() ?? ''
      if (!condition.test(when)) wrong.push(`条件“${when}”应是一个事实的名称，或“!”加名称`)
      triggers.push({ on: 'condition', when })
    } else if (on === 'terminate' && node.$type === 'bpmn:EndEvent') throws.push({ on, name: '' })
    else if (isNamed(on)) (throwing ? throws : triggers).push({ on, name: nameOf(d) })
    else wrong.push('不支持这种事件')
  }
  return { triggers, throws, wrong }
}
const named = ['message', 'signal', 'error', 'escalation', 'cancel'] as const
const isNamed = (on: string): on is (typeof named)[number] => named.includes(on as 'signal')
const nameOf = (d: Element) =>
  d.errorRef?.errorCode ??
  d.escalationRef?.escalationCode ??
  (d.messageRef ?? d.signalRef ?? d.errorRef ?? d.escalationRef)?.name ??
  (d.messageRef ?? d.signalRef ?? d.errorRef ?? d.escalationRef)?.id ??
  ''

/** How often an activity is done, or what is wrong with how that is said; undefined where it is done once. */
export function manyOf(node: Drawn): Many | string | undefined {
  const loop = node.loopCharacteristics
  if (!loop) return undefined
  if (loop.$type === 'bpmn:StandardLoopCharacteristics') {
    const when = loop.loopCondition?.body?.trim()
    const max = loop.loopMaximum === undefined ? undefined : Number(loop.loopMaximum)
    if (when === undefined && max === undefined) return '循环要写条件或次数'
    if (when !== undefined && !condition.test(when)) return `循环条件“${when}”应是一个事实的名称，或“!”加名称`
    return {
      sequential: true,
      ...(max !== undefined && { count: max }),
      ...(when && { when }),
      ...(loop.testBefore && { before: true }),
    }
  }
  if ((loop.behavior ?? 'All') !== 'All') return '多实例只支持 behavior="All"'
  const text = loop.loopCardinality?.body?.replace(/^\$\{(.*)\}$/, '$1').trim() ?? ''
  if (!/^\d{1,3}$/.test(text) && !condition.test(text)) return '多实例要写个数（loopCardinality）：数字或名称'
  const ends = loop.completionCondition?.body
  const until = ends === undefined ? undefined : untilOf(ends)
  if (until === null) return `多实例的完成条件“${ends}”看不懂`
  return {
    sequential: loop.isSequential === true,
    count: /^\d/.test(text) ? Number(text) : text,
    ...(until && { until }),
  }
}

/** `nrOfCompletedInstances >= 1`, `${nrOfAgreedInstances / nrOfInstances > 0.5}`, or a fact. */
function untilOf(text: string): Until | null {
  const plain = text
    .trim()
    .replace(/^\$\{(.*)\}$/s, '$1')
    .trim()
  const found = /^nrOf(Completed|Agreed|Against)Instances\s*(\/\s*nrOfInstances)?\s*(>=|>|==)\s*(\d+(?:\.\d+)?)$/.exec(
    plain,
  )
  if (!found) return condition.test(plain) && !plain.startsWith('nrOf') ? { when: plain } : null
  const measure = ({ Completed: 'done', Agreed: 'agreed', Against: 'against' } as const)[found[1] as 'Agreed']
  return { measure, share: found[2] !== undefined, op: found[3] as '>=', value: Number(found[4]) }
}
