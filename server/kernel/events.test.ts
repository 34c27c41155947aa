import { describe, expect, test } from 'vitest'
import { compile } from './compile.ts'
import { diagram, sketch } from './sketch.ts'
import { type Event, NotOpen, NoWay, openTasks, type Process, type State, step } from './step.ts'
import { short, walk } from './walk.ts'

/** Elements joined by flows `a>b` after them; each move is an event. What is open afterwards, and what the last move did. */
async function play(elements: string, flows: string, events: Event[]) {
  const lines = flows
    .trim()
    .split(/\s+/)
    .map((f) => f.split('>'))
  const xml = diagram(
    elements + lines.map(([a, b]) => `<sequenceFlow id="${a}.${b}" sourceRef="${a}" targetRef="${b}"/>`).join(''),
  )
  return playIn(await compile(xml), events)
}
function playIn(process: Process, events: Event[]) {
  let state: State | null = null
  let did: string[] = []
  for (const event of events) {
    const [after, effects] = step(process, state, event)
    state = after
    did = effects.map(short)
  }
  return { open: openTasks(process, state), did, state }
}
const start: Event = { type: 'start', facts: {} }
const done = (node: string, agreed = false): Event => ({ type: 'complete', node, agreed, facts: {} })
const timer = (node: string): Event => ({ type: 'timer', node, facts: {} })

describe('a task of several', () => {
  const several = (how: string) =>
    `<startEvent id="s"/><userTask id="V" name="会签"><multiInstanceLoopCharacteristics ${how}</multiInstanceLoopCharacteristics></userTask>
     <userTask id="A" name="后"/><endEvent id="e"/>`
  const flows = 's>V V>A A>e'
  const ends = (condition: string, n = '3') =>
    several(`><loopCardinality>${n}</loopCardinality><completionCondition>${condition}</completionCondition>`)

  test('会签: goes on when all are done', async () => {
    const all = several('><loopCardinality>3</loopCardinality>')
    expect((await play(all, flows, [start])).open).toEqual(['V', 'V#2', 'V#3'])
    expect((await play(all, flows, [start, done('V#2'), done('V')])).open).toEqual(['V#3'])
    expect((await play(all, flows, [start, done('V#2'), done('V'), done('V#3')])).did).toEqual(['close V#3', 'open A'])
  })
  test('或签: one is enough, the others are cancelled by name', async () => {
    const one = ends('nrOfCompletedInstances &gt;= 1')
    expect((await play(one, flows, [start, done('V#2')])).did).toEqual([
      'close V#2',
      'cancel V',
      'cancel V#3',
      'open A',
    ])
  })
  test('票决: over half of all who vote, not of those who have', async () => {
    const vote = ends(`\${nrOfAgreedInstances / nrOfInstances &gt; 0.5}`, '4')
    expect((await play(vote, flows, [start, done('V', true), done('V#2', true)])).open).toEqual(['V#3', 'V#4'])
    expect((await play(vote, flows, [start, done('V', true), done('V#2', true), done('V#3', true)])).open).toEqual([
      'A',
    ])
    const against = [done('V'), done('V#2'), done('V#3'), done('V#4')]
    expect((await play(vote, flows, [start, ...against])).open).toEqual(['A'])
  })
  test('one after the other; how many is told with the event; none is no task', async () => {
    const each = several('isSequential="true"><loopCardinality>voters</loopCardinality>')
    const begin = (voters: number): Event => ({ type: 'start', facts: {}, counts: { voters } })
    expect((await play(each, flows, [begin(2)])).open).toEqual(['V'])
    expect((await play(each, flows, [begin(2), done('V')])).did).toEqual(['close V', 'open V'])
    expect((await play(each, flows, [begin(2), done('V'), done('V')])).open).toEqual(['A'])
    expect((await play(each, flows, [begin(0)])).open).toEqual(['A'])
  })
  test('as long as a fact holds, asked before the first time too where the drawing says so', async () => {
    const loop = (more: string) =>
      `<startEvent id="s"/><userTask id="V" name="补"><standardLoopCharacteristics ${more}><loopCondition>again</loopCondition></standardLoopCharacteristics></userTask><userTask id="A" name="后"/><endEvent id="e"/>`
    const again: Event = { type: 'complete', node: 'V', facts: { again: true } }
    expect((await play(loop(''), flows, [start, again, again])).open).toEqual(['V'])
    expect((await play(loop(''), flows, [start, again, done('V')])).open).toEqual(['A'])
    expect((await play(loop('loopMaximum="2"'), flows, [start, again, again])).open).toEqual(['A'])
    expect((await play(loop('testBefore="true"'), flows, [start])).open).toEqual(['A'])
  })
})

describe('a sub-process', () => {
  const road = `
    start s > S
    sub S > Z
    S| start a > p
    S| parallel p > A B
    S| task A > f
    S| task B > g
    S| end f
    S| end g
    task Z > e
    end e`
  test('ends when nothing is left in it', async () => {
    expect((await walk(road, 'start')).open).toEqual(['A', 'B'])
    expect((await walk(road, 'start', 'A')).open).toEqual(['B'])
    expect((await walk(road, 'start', 'A', 'B')).did).toEqual(['close B', 'open Z'])
  })
  const edge = (event: string, how = '') => `<startEvent id="s"/>
    <subProcess id="S"><startEvent id="a"/><userTask id="A" name="甲"/><endEvent id="b">${event}</endEvent>
      <sequenceFlow id="f1" sourceRef="a" targetRef="A"/><sequenceFlow id="f2" sourceRef="A" targetRef="b"/></subProcess>
    <boundaryEvent id="x" attachedToRef="S" ${how}>${event.replace('terminate', 'error') || '<timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition>'}</boundaryEvent>
    <userTask id="X" name="另"/><userTask id="Z" name="后"/><endEvent id="e"/><endEvent id="f"/>`
  const flows = 's>S S>Z Z>e x>X X>f'
  test('an error in it is caught on its edge, and its own way is not taken', async () => {
    const error = '<errorEventDefinition/>'
    expect((await play(edge(error), flows, [start, done('A')])).did).toEqual(['close A', 'open X'])
  })
  test('a timer on its edge cancels all that is in it, or stands beside it', async () => {
    expect((await play(edge(''), flows, [start])).did).toEqual(['timer-set x', 'open A'])
    expect((await play(edge(''), flows, [start, timer('x')])).did).toEqual(['cancel A', 'open X'])
    const beside = edge('', 'cancelActivity="false"')
    expect((await play(beside, flows, [start, timer('x'), done('A')])).open).toEqual(['X', 'Z'])
  })
  test('an end that terminates ends the rest of its scope, no more', async () => {
    const stop = road.replace('S| end g', '').replace('S| task B > g', 'S| task B > f')
    const xml = sketch(stop).replace('<endEvent id="f"/>', '<endEvent id="f"><terminateEventDefinition/></endEvent>')
    expect(playIn(await compile(xml), [start, done('A')]).did).toEqual(['close A', 'cancel B', 'open Z'])
  })
  test('a called process is drawn in: its ids stand behind the call’s, twice is no confusion', async () => {
    const callee = sketch('start a > A\ntask A > b\nend b').replaceAll('"sketch"', '"callee"')
    const xml =
      diagram(`<startEvent id="s"/><callActivity id="C" calledElement="callee"/><callActivity id="D" calledElement="callee"/><endEvent id="e"/>
      <sequenceFlow id="f1" sourceRef="s" targetRef="C"/><sequenceFlow id="f2" sourceRef="C" targetRef="D"/><sequenceFlow id="f3" sourceRef="D" targetRef="e"/>`)
    const process = await compile(xml, (id) => (id === 'callee' ? callee : undefined))
    expect(playIn(process, [start]).open).toEqual(['C/A'])
    expect(playIn(process, [start, done('C/A')]).did).toEqual(['close C/A', 'open D/A'])
    expect(playIn(process, [start, done('C/A'), done('D/A')]).did).toEqual(['close D/A', 'finish'])
  })
})

describe('waiting', () => {
  const wait = '<timerEventDefinition><timeDuration>P5D</timeDuration></timerEventDefinition>'
  const answer = '<messageEventDefinition messageRef="m"/>'
  const choice = `<startEvent id="s"/><eventBasedGateway id="g"/><intermediateCatchEvent id="t">${wait}</intermediateCatchEvent>
    <intermediateCatchEvent id="m1">${answer}</intermediateCatchEvent><userTask id="A" name="到期"/><userTask id="B" name="收到"/><endEvent id="e"/>`
  const flows = 's>g g>t g>m1 t>A m1>B A>e B>e'
  const run = async (events: Event[]) => {
    const lines = flows.split(' ').map((f) => f.split('>'))
    const xml = diagram(
      choice + lines.map(([a, b]) => `<sequenceFlow id="${a}.${b}" sourceRef="${a}" targetRef="${b}"/>`).join(''),
    ).replace('<process', '<message id="m" name="答复"/><process')
    return playIn(await compile(xml), events)
  }
  test('for a time: nobody has work, and the process is not at its end', async () => {
    const pause = `<startEvent id="s"/><intermediateCatchEvent id="t">${wait}</intermediateCatchEvent><endEvent id="e"/>`
    const begun = await play(pause, 's>t t>e', [start])
    expect(begun).toMatchObject({ open: [], did: ['timer-set t'] })
    expect((await play(pause, 's>t t>e', [start, timer('t')])).did).toEqual(['finish'])
  })
  test('at an event gateway: the first that comes decides, the others are waited for no longer', async () => {
    expect((await run([start, { type: 'message', name: '答复', facts: {} }])).did).toEqual(['timer-clear t', 'open B'])
    expect((await run([start, timer('t')])).did).toEqual(['open A'])
    await expect(run([start, timer('t'), { type: 'message', name: '答复', facts: {} }])).rejects.toThrow(NotOpen)
    await expect(run([start, { type: 'message', name: '别的', facts: {} }])).rejects.toThrow(NotOpen)
  })
  test('what is thrown tells the world; a signal reaches everyone who waits here', async () => {
    const both = `<startEvent id="s"/><parallelGateway id="p"/><intermediateThrowEvent id="x"><signalEventDefinition/></intermediateThrowEvent>
      <intermediateCatchEvent id="c"><signalEventDefinition/></intermediateCatchEvent><intermediateCatchEvent id="d"><signalEventDefinition/></intermediateCatchEvent>
      <userTask id="A" name="甲"/><userTask id="B" name="乙"/><endEvent id="e"/>`
    // The throw comes first in the file: those beside it wait already all the same.
    const { did } = await play(both, 's>p p>x p>c p>d x>e c>A d>B A>e B>e', [start])
    expect(did).toEqual(['throw signal', 'open A', 'open B'])
  })
})

test('where no condition holds and there is no default the step is not taken', async () => {
  const road = 'start s > A\ntask A > x\nexclusive x > a:B b:C\ntask B > e\ntask C > e\nend e'
  await expect(walk(road, 'start', 'A')).rejects.toThrow(NoWay)
  expect((await walk(road, 'start', 'A b')).open).toEqual(['C'])
})

test('conditions on what a task leaves by: each that holds is taken, the default where none does', async () => {
  const road = 'start s > A\ntask A > a:B b:C else:D\ntask B > e\ntask C > e\ntask D > e\nend e'
  expect((await walk(road, 'start', 'A a b')).open).toEqual(['B', 'C'])
  expect((await walk(road, 'start', 'A')).open).toEqual(['D'])
})

test('an interrupting event sub-process stops the token that threw, and everything else in its scope', async () => {
  const xml =
    diagram(`<startEvent id="s"/><intermediateThrowEvent id="x"><signalEventDefinition/></intermediateThrowEvent>
    <userTask id="A" name="甲"/><endEvent id="e"/>
    <sequenceFlow id="f1" sourceRef="s" targetRef="x"/><sequenceFlow id="f2" sourceRef="x" targetRef="A"/><sequenceFlow id="f3" sourceRef="A" targetRef="e"/>
    <subProcess id="H" triggeredByEvent="true"><startEvent id="h"><signalEventDefinition/></startEvent><userTask id="B" name="乙"/><endEvent id="he"/>
      <sequenceFlow id="g1" sourceRef="h" targetRef="B"/><sequenceFlow id="g2" sourceRef="B" targetRef="he"/></subProcess>`)
  expect(playIn(await compile(xml), [start]).open).toEqual(['B'])
})
