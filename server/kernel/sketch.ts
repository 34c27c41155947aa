/**
 * A diagram from a few lines, so that a test shows the road and not the XML:
 *
 *     start s > ask
 *     exclusive ask > rich:B !known:C else:D     the condition or `else` before the target
 *     task B > e                                 a task is named like its id
 *     timer t on B P3D cancel > e                or `beside`, which leaves the task open
 *     end e
 *
 * A flow's id is `from.to`, and for a second one between the same two `from.to.2`. Any other first word becomes the tag.
 */
export function sketch(text: string): string {
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  return diagram(lines.map(element).join('\n'))
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

function element(line: string): string {
  const [head = '', targets = ''] = line.split('>')
  const [kind = '', id = '', , task, duration, how] = head.trim().split(/\s+/)
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
    if (kind === 'task') return `<userTask id="${id}" name="${id}"/>`
    if (kind !== 'timer') return `<${tags[kind] ?? kind} id="${id}"${fallback}/>`
    return `<boundaryEvent id="${id}" attachedToRef="${task}" cancelActivity="${how === 'cancel'}">
<timerEventDefinition><timeDuration>${duration}</timeDuration></timerEventDefinition></boundaryEvent>`
  }
}
