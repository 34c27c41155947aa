/**
 * A diagram from a few lines, so that a test shows the road and not the XML:
 *
 *     start s > ask
 *     exclusive ask > rich:B !known:C else:D     the condition or `else` before the target
 *     task B > e                                 a task is named like its id
 *     timer t on B P3D cancel > e                or `beside`, which leaves the task open
 *     task V x3 > e                              done three times side by side; `x3s` one after the other
 *     sub S > e                                  a sub-process; what lies in it has `S|` before it:
 *     S| start Ss > A
 *     end e
 *
 * A flow's id is `from.to`, and for a second one between the same two `from.to.2`. Any other first word becomes the tag.
 */
export function sketch(text: string): string {
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  return diagram(elements(lines, ''))
}

/** Elements as XML in a process, for what a sketch cannot say. */
export const diagram = (elements: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="sketch">
<process id="sketch" isExecutable="true">
${elements}
</process>
</definitions>`

const tags: Record<string, string> = {
  start: 'startEvent',
  end: 'endEvent',
  exclusive: 'exclusiveGateway',
  inclusive: 'inclusiveGateway',
  parallel: 'parallelGateway',
}

/** The elements of one scope: lines with its prefix and no further one. */
function elements(lines: string[], scope: string): string {
  const here = lines.filter((line) => scopeOf(line) === scope)
  return here.map((line) => element(line.split('|').at(-1) ?? '', (id) => elements(lines, id))).join('\n')
}
const scopeOf = (line: string) => (line.includes('|') ? line.slice(0, line.indexOf('|')).trim() : '')

function element(line: string, inside: (id: string) => string): string {
  const [head = '', targets = ''] = line.split('>')
  const [kind = '', id = '', extra = '', task, duration, how] = head.trim().split(/\s+/)
  const seen = new Map<string, number>()
  let fallback = ''
  const flows = targets
    .split(/\s+/)
    .filter(Boolean)
    .map((target) => {
      const [to = '', when] = target.split(':').reverse()
      const nth = (seen.get(to) ?? 0) + 1
      seen.set(to, nth)
      const flow = nth === 1 ? `${id}.${to}` : `${id}.${to}.${nth}`
      if (when === 'else') fallback = ` default="${flow}"`
      const condition = when && when !== 'else' ? `<conditionExpression>${when}</conditionExpression>` : ''
      return `<sequenceFlow id="${flow}" sourceRef="${id}" targetRef="${to}">${condition}</sequenceFlow>`
    })
  return [node(), ...flows].join('\n')

  function node() {
    if (kind === 'sub') return `<subProcess id="${id}"${fallback}>\n${inside(id)}\n</subProcess>`
    const [, several, oneByOne] = /^x(\d+)(s?)$/.exec(extra) ?? []
    const loop = `<multiInstanceLoopCharacteristics isSequential="${oneByOne === 's'}"><loopCardinality>${several}</loopCardinality></multiInstanceLoopCharacteristics>`
    if (kind === 'task') return `<userTask id="${id}" name="${id}"${fallback}>${several ? loop : ''}</userTask>`
    if (kind !== 'timer') return `<${tags[kind] ?? kind} id="${id}"${fallback}/>`
    return `<boundaryEvent id="${id}" attachedToRef="${task}" cancelActivity="${how === 'cancel'}">
<timerEventDefinition><timeDuration>${duration}</timeDuration></timerEventDefinition></boundaryEvent>`
  }
}
