import { check } from './check.ts'
import { CompileError, type Drawing, type Drawn, type DrawnFlow, type Library, read } from './drawing.ts'
import { conditionOf, eventsOf, kindOf, manyOf } from './parts.ts'
import type { Flow, Node, Process } from './process.ts'

export { CompileError, type Library, type Problem } from './drawing.ts'

/**
 * BPMN 2.0 XML → the table that `step` runs. `library` finds the diagrams that call activities name. Throws CompileError with
 * all problems of the diagram at once; a process that compiles holds nothing that the kernel would not carry out.
 */
export async function compile(xml: string, library?: Library): Promise<Process> {
  const drawing = await read(xml, library)
  const problems = [...drawing.problems, ...check(drawing)]
  if (problems.length > 0) throw new CompileError(problems)

  const { process, nodes, flows } = drawing
  const table = Object.fromEntries(nodes.map((n) => [n.id, toNode(n, drawing)]))
  return {
    id: process.id,
    ...(process.name && { name: process.name }),
    start: startOf(undefined, drawing),
    within: withinOf(undefined, drawing),
    facts: factsIn(Object.values(table), flows),
    nodes: table,
    flows: Object.fromEntries(flows.map((f) => [f.id, toFlow(f)])),
  }
}

function toNode(drawn: Drawn, drawing: Drawing): Node {
  const { flows, nodes, scope } = drawing
  const kind = kindOf(drawn)
  const common = {
    ...(drawn.name && { name: drawn.name }),
    in: flows.filter((f) => f.targetRef === drawn).map((f) => f.id),
    out: flows.filter((f) => f.sourceRef === drawn).map((f) => f.id),
    ...(drawn.default?.id && { default: drawn.default.id }),
    ...(scope.has(drawn) && { scope: scope.get(drawn)?.id ?? '' }),
  }
  const many = manyOf(drawn)
  const repeated = typeof many === 'object' ? { many } : {}
  const boundary = nodes.filter((n) => n.attachedToRef === drawn).map((n) => n.id)
  const { triggers, throws } = eventsOf(drawn)
  const all = drawn.parallelMultiple === true
  switch (kind) {
    case 'task':
      return { kind, ...common, name: drawn.name?.trim() ?? '', boundary, ...repeated }
    case 'sub':
      return {
        kind,
        ...common,
        start: startOf(drawn, drawing),
        boundary,
        within: withinOf(drawn, drawing),
        ...repeated,
      }
    case 'boundary':
      return {
        kind,
        ...common,
        host: drawn.attachedToRef?.id ?? '',
        triggers,
        interrupting: drawn.cancelActivity !== false,
        all,
      }
    case 'start': {
      const of = scope.get(drawn)
      const interrupting = drawn.isInterrupting !== false
      return { kind, ...common, ...(of?.triggeredByEvent && { of: of.id }), triggers, interrupting, all }
    }
    case 'catch':
      return { kind, ...common, boundary, triggers, interrupting: true, all }
    case 'choice':
      return { kind, ...common, catches: flows.filter((f) => f.sourceRef === drawn).map((f) => f.targetRef.id) }
    case 'throw':
    case 'end':
      return { kind, ...common, throws }
    case null:
      throw new Error(`${drawn.id} passed the check`)
    default:
      return { kind, ...common }
  }
}
const startsIn = (scope: Drawn | undefined, drawing: Drawing) =>
  drawing.nodes.filter((n) => kindOf(n) === 'start' && drawing.scope.get(n) === scope)
const startOf = (scope: Drawn | undefined, drawing: Drawing) => startsIn(scope, drawing)[0]?.id ?? ''
/** The starts of the event sub-processes that lie in this scope. */
const withinOf = (scope: Drawn | undefined, drawing: Drawing) =>
  drawing.nodes
    .filter((n) => n.triggeredByEvent && drawing.scope.get(n) === scope)
    .flatMap((n) => startsIn(n, drawing).map((s) => s.id))

function toFlow(drawn: DrawnFlow): Flow {
  const when = conditionOf(drawn)
  return { from: drawn.sourceRef.id, to: drawn.targetRef.id, ...(when && { when }) }
}

/** Every name that a condition anywhere asks for. */
function factsIn(nodes: Node[], flows: DrawnFlow[]): string[] {
  const asked = [
    ...flows.flatMap((f) => conditionOf(f) ?? []),
    ...nodes.flatMap((n) => ('triggers' in n ? n.triggers.flatMap((t) => (t.on === 'condition' ? t.when : [])) : [])),
    ...nodes.flatMap((n) => ('many' in n && n.many ? [n.many.when ?? [], untilFact(n.many.until)].flat() : [])),
  ]
  return [...new Set(asked.map((c) => c.replace('!', '')))].sort()
}
const untilFact = (until: object | undefined): string[] => (until && 'when' in until ? [String(until.when)] : [])
