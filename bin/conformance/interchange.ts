import { BpmnModdle } from 'bpmn-moddle'
import { Parser } from 'saxen'

/** What a diagram loses when it is read and written again: lines that stand in one of the two files only. */
export async function lost(xml: string): Promise<string[]> {
  const { rootElement } = await new BpmnModdle().fromXML(xml.replace(/(<\?xml[^>]*?)\s+encoding="[^"]*"/, '$1'))
  const { xml: written } = await new BpmnModdle().toXML(rootElement, { format: true })
  const [before, after] = [linesOf(xml), linesOf(written)]
  return [...without(before, after).map((l) => `- ${l}`), ...without(after, before).map((l) => `+ ${l}`)]
}

/**
 * A file as one line an element: its path, its attributes in order, its text. Namespaces by their address, not their prefix;
 * comments and the space between elements mean nothing.
 */
function linesOf(xml: string): string[] {
  const lines: string[] = []
  const spaces: Record<string, string>[] = [{}]
  const stack: { path: string; attributes: string; text: string }[] = []
  const parser = new Parser()
  const named = (name: string, isTag: boolean) => {
    const [prefix, local] = name.includes(':') ? name.split(':') : ['', name]
    if (!isTag && !prefix) return local
    return `{${spaces.at(-1)?.[prefix ?? ''] ?? prefix}}${local}`
  }
  parser.on('openTag', (name: string, getAttributes: () => Record<string, string>, decode: (s: string) => string) => {
    const attributes = getAttributes()
    const space = { ...spaces.at(-1) }
    for (const [key, value] of Object.entries(attributes))
      if (/^xmlns(:|$)/.test(key)) space[key.slice(6)] = decode(value)
    spaces.push(space)
    const own = Object.entries(attributes)
      .filter(([key, value]) => !/^xmlns(:|$)/.test(key) && assumed[key] !== value)
      .map(([key, value]) => `${named(key, false)}="${sayAlike(key, decode(value))}"`)
    stack.push({ path: `${stack.at(-1)?.path ?? ''}/${named(name, true)}`, attributes: own.sort().join(' '), text: '' })
  })
  const text = (value: string) => {
    const top = stack.at(-1)
    if (top) top.text += value
  }
  parser.on('text', (value: string, decode: (s: string) => string) => text(decode(value)))
  parser.on('cdata', (value: string) => text(value))
  parser.on('closeTag', () => {
    const done = stack.pop()
    spaces.pop()
    if (done) lines.push(asOne(`${done.path} ${done.attributes} ${plain(done.text)}`))
  })
  parser.parse(xml)
  return lines
}
/** What BPMN 2.0's schema assumes where nothing is said: whether a file says it or not is the same. */
const assumed: Record<string, string> = {
  cancelActivity: 'true',
  cancelRemainingInstances: 'true',
  completionQuantity: '1',
  startQuantity: '1',
  eventGatewayType: 'Exclusive',
  gatewayDirection: 'Unspecified',
  implementation: '##unspecified',
  instantiate: 'false',
  isClosed: 'false',
  isCollection: 'false',
  isForCompensation: 'false',
  isInterrupting: 'true',
  isSequential: 'false',
  isUnlimited: 'true',
  itemKind: 'Information',
  ordering: 'Parallel',
  parallelMultiple: 'false',
  processType: 'None',
  testBefore: 'false',
  triggeredByEvent: 'false',
  behavior: 'All',
  associationDirection: 'None',
  textFormat: 'text/plain',
  typeLanguage: 'http://www.w3.org/2001/XMLSchema',
  expressionLanguage: 'http://www.w3.org/1999/XPath',
}

/** 1 and 1.0 are one number; a type's name loses its prefix. */
const sayAlike = (key: string, value: string) =>
  /type$/.test(key) ? value.replace(/^.*:/, '') : /^-?\d+\.\d+$/.test(value) ? String(Number(value)) : value
const plain = (text: string) => text.trim().replace(/\s+/g, ' ')

/** Two ways of writing the same: an expression by its own tag or by its type; the one type that a waypoint can have. */
const asOne = (line: string) =>
  line
    .replace(/\/(\{[^}]*\})formalExpression (?=\S|$| )/, '/$1expression {xsi}type="tFormalExpression" ')
    .replace(/(waypoint .*?)\s?\{[^}]*XMLSchema-instance\}type="Point"/, '$1')
    .replace(/\{[^}]*XMLSchema-instance\}type/g, '{xsi}type')
    .replace(/\s+/g, ' ')

function without(all: string[], others: string[]): string[] {
  const left = [...others]
  return all.filter((line) => {
    const at = left.indexOf(line)
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
}
