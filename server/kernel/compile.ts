import { check, conditionOf, durationOf, kindOf } from './check.ts'
import { CompileError, type Drawn, type DrawnFlow, read } from './drawing.ts'
import type { Flow, Node, Process } from './step.ts'

export { CompileError, type Problem } from './drawing.ts'

/**
 * BPMN 2.0 XML → the table that `step` runs. Throws CompileError with all problems of the diagram at once; a process that
 * compiles holds nothing that the kernel would not carry out.
 */
export async function compile(xml: string): Promise<Process> {
  const drawing = await read(xml)
  const problems = [...drawing.problems, ...check(drawing)]
  if (problems.length > 0) throw new CompileError(problems)

  const { process, nodes, flows } = drawing
  const conditions = flows.flatMap((f) => conditionOf(f) ?? [])
  return {
    id: process.id,
    ...(process.name && { name: process.name }),
    start: nodes.find((n) => kindOf(n) === 'start')?.id ?? '',
    facts: [...new Set(conditions.map((c) => c.replace('!', '')))].sort(),
    nodes: Object.fromEntries(nodes.map((n) => [n.id, toNode(n, nodes, flows)])),
    flows: Object.fromEntries(flows.map((f) => [f.id, toFlow(f)])),
  }
}

function toNode(drawn: Drawn, nodes: Drawn[], flows: DrawnFlow[]): Node {
  const kind = kindOf(drawn)
  const common = {
    ...(drawn.name && { name: drawn.name }),
    in: flows.filter((f) => f.targetRef === drawn).map((f) => f.id),
    out: flows.filter((f) => f.sourceRef === drawn).map((f) => f.id),
  }
  switch (kind) {
    case 'task':
      return {
        kind,
        ...common,
        name: drawn.name?.trim() ?? '',
        timers: nodes.filter((n) => n.attachedToRef === drawn).map((n) => n.id),
      }
    case 'timer':
      return {
        kind,
        ...common,
        task: drawn.attachedToRef?.id ?? '',
        duration: durationOf(drawn),
        interrupting: drawn.cancelActivity !== false,
      }
    case 'exclusive':
    case 'inclusive':
      return { kind, ...common, ...(drawn.default?.id && { default: drawn.default.id }) }
    case null:
      throw new Error(`${drawn.id} passed the check`)
    default:
      return { kind, ...common }
  }
}

function toFlow(drawn: DrawnFlow): Flow {
  const when = conditionOf(drawn)
  return { from: drawn.sourceRef.id, to: drawn.targetRef.id, ...(when && { when }) }
}
