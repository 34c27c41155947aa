import { describe, expect, test } from 'vitest'
import { CompileError, compile } from './compile.ts'
import { diagram, sketch } from './sketch.ts'

/** What the author is told, as `id：reason`. */
async function refused(xml: string): Promise<string[]> {
  try {
    await compile(xml)
    return []
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    return error.problems.map((p) => `${p.id}：${p.reason}`)
  }
}
const sketched = (text: string) => refused(sketch(text))

const sound = `
  start s > A
  task A > m
  timer t on A P3D cancel > m
  exclusive m > x
  exclusive x > !proper:A else:e
  end e`

test('a process becomes plain JSON with its nodes, flows and the facts it asks for', async () => {
  const process = await compile(sketch(sound))
  expect(process).toEqual(JSON.parse(JSON.stringify(process)))
  expect(process).toMatchObject({ id: 'sketch', start: 's', facts: ['proper'] })
  expect(process.nodes.A).toEqual({ kind: 'task', name: 'A', in: ['s.A', 'x.A'], out: ['A.m'], boundary: ['t'] })
  expect(process.nodes.x).toEqual({ kind: 'exclusive', in: ['m.x'], out: ['x.A', 'x.e'], default: 'x.e' })
  expect(process.nodes.t).toMatchObject({
    kind: 'boundary',
    host: 'A',
    triggers: [{ on: 'timer', duration: 'P3D' }],
    interrupting: true,
  })
  expect(process.flows['x.A']).toEqual({ from: 'x', to: 'A', when: '!proper' })
})

test('facts are named once and in order', async () => {
  const text = 'start s > x\nexclusive x > b:A !b:B !a:C else:e\ntask A > e\ntask B > e\ntask C > e\nend e'
  expect((await compile(sketch(text))).facts).toEqual(['a', 'b'])
})

test('all problems are told at once, each with id, name, type and reason', async () => {
  const xml = diagram(`
    <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="script"/>
    <scriptTask id="script" name="自动核对"/><sequenceFlow id="g" sourceRef="script" targetRef="A"/>
    <userTask id="A"/><sequenceFlow id="h" sourceRef="A" targetRef="mail"/><serviceTask id="mail" name="发短信"/>`)
  const error = await compile(xml).catch((e) => e)
  expect(error).toBeInstanceOf(CompileError)
  expect(error.problems).toEqual([
    { id: 'script', name: '自动核对', type: 'scriptTask', reason: '不支持这种元素' },
    { id: 'A', type: 'userTask', reason: '环节没有名称' },
    { id: 'mail', name: '发短信', type: 'serviceTask', reason: '不支持这种元素' },
  ])
  expect(error.message).toContain('scriptTask script（自动核对）：不支持这种元素')
})

describe('what the kernel would not carry out is refused', () => {
  test.each(['adHocSubProcess', 'manualTask', 'serviceTask', 'task', 'businessRuleTask', 'scriptTask'])(
    '%s',
    async (tag) => {
      const xml = diagram(`<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="X"/>
        <${tag} id="X" name="某"/><sequenceFlow id="g" sourceRef="X" targetRef="e"/><endEvent id="e"/>`)
      expect(await refused(xml)).toEqual(['X：不支持这种元素'])
    },
  )

  test('several times without a number, a start by message, behaviour we do not know, what nobody can catch', async () => {
    const xml = diagram(`
      <startEvent id="s"><messageEventDefinition/></startEvent><sequenceFlow id="f" sourceRef="s" targetRef="A"/>
      <userTask id="A" name="甲"><multiInstanceLoopCharacteristics/></userTask>
      <sequenceFlow id="g" sourceRef="A" targetRef="B"/>
      <userTask id="B" name="乙"><standardLoopCharacteristics/></userTask>
      <sequenceFlow id="h" sourceRef="B" targetRef="c"/>
      <intermediateCatchEvent id="c"><errorEventDefinition/></intermediateCatchEvent>
      <sequenceFlow id="i" sourceRef="c" targetRef="e"/><endEvent id="e"><compensateEventDefinition/></endEvent>`)
    expect(await refused(xml)).toEqual([
      's：只有事件子流程的开始事件可以写触发条件',
      'A：多实例要写个数（loopCardinality）：数字或名称',
      'B：循环要写条件或次数',
      'c：错误、升级和取消只能在边界或事件子流程上捕获',
      'e：不支持这种事件',
    ])
  })

  test('a sub-process without a start, a flow that leaves it, a call that finds nothing or itself', async () => {
    expect(await sketched('start s > S\nsub S > e\nS| task A > b\nS| end b\nend e')).toContain('S：没有开始事件')
    expect(await sketched('start s > S\nsub S > e\nS| start t > A\nS| task A > b e\nS| end b\nend e')).toEqual([
      'A.e：流向不能进出子流程',
    ])
    const call = (of: string) =>
      diagram(`<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="C"/>
        <callActivity id="C" calledElement="${of}"/><sequenceFlow id="g" sourceRef="C" targetRef="e"/><endEvent id="e"/>`)
    expect(await refused(call('nobody'))).toContain('C：找不到被调用的流程“nobody”')
    expect(await refused(call('sketch'))).toContain('C：流程“sketch”调用了自己')
  })

  test('but not a setting that says what BPMN assumes anyway, nor what only the drawing needs', async () => {
    const xml = diagram(`
      <laneSet id="l"><lane id="l1" name="街道"/></laneSet>
      <startEvent id="s" isInterrupting="true"/><sequenceFlow id="f" sourceRef="s" targetRef="A"/>
      <userTask id="A" name="甲" startQuantity="1" isForCompensation="false"><documentation>先看材料</documentation></userTask>
      <sequenceFlow id="g" sourceRef="A" targetRef="e"/><endEvent id="e"/>
      <textAnnotation id="note"><text>说明</text></textAnnotation>`)
    expect(await refused(xml)).toEqual([])
  })

  test('a boundary event without a definition, or whose time is no duration', async () => {
    const timer = (inside: string) =>
      refused(sketch(sound).replace(/<timerEventDefinition>.*<\/timerEventDefinition>/s, inside))
    expect(await timer('')).toEqual(['t：没有写等待的是什么事件'])
    const wanted = ['t：定时器要写时长，如 P3D（三天）、PT4H（四小时）']
    expect(await timer('<timerEventDefinition><timeDate>2026-01-01</timeDate></timerEventDefinition>')).toEqual(wanted)
    for (const text of ['', 'P', 'PT', 'P1DT', '3D', 'P1.5D', '三天'])
      expect(await sketched(sound.replace('P3D', text || '-'))).toEqual(wanted)
    for (const text of ['PT4H', 'P1Y2M3W4DT5H6M7S', 'P30D'])
      expect(await sketched(sound.replace('P3D', text))).toEqual([])
  })

  test('an event on the edge of anything but an activity', async () => {
    expect(await sketched(sound.replace('on A', 'on x'))).toContain('t：边界事件只能附在环节或子流程上')
  })
})

describe('a diagram in which a case would stand still or run idle is refused', () => {
  test('no start, several starts, a start or a timer with a way in, an end with a way out', async () => {
    expect(await sketched('task A > e\nend e')).toEqual(['sketch：没有开始事件'])
    expect(await sketched(`${sound}\nstart s2 > A`)).toEqual(['s2：只能有一个开始事件'])
    expect(await sketched('start s > A\ntask A > s\nend e')).toContain('s：不能有流入')
    expect(await sketched(sound.replace('else:e', 'else:t'))).toContain('t：不能有流入')
    expect(await sketched(sound.replace('end e', 'end e > A'))).toContain('e：结束事件不能有流出')
  })
  test('a node nobody reaches', async () => {
    expect(await sketched(`${sound}\ntask B > C\ntask C > e`)).toEqual([
      'B：从开始事件走不到这里',
      'C：从开始事件走不到这里',
    ])
  })
  test('a node without a way on that is no end', async () => {
    expect(await sketched('start s > A\ntask A')).toEqual(['A：没有流出，办件到这里会停住'])
  })
  test('a ring that leads to no end', async () => {
    expect(await sketched('start s > A\ntask A > B\ntask B > A')).toEqual(
      ['s', 'A', 'B'].map((id) => `${id}：从这里走不到任何结束`),
    )
  })
  test('a loop without a task; one with a task is work', async () => {
    const idle = ['x：循环里没有环节，办件会一直空转', 'y：循环里没有环节，办件会一直空转']
    expect(await sketched('start s > x\nexclusive x > y\nexclusive y > a:x else:e\nend e')).toEqual(idle)
    expect(await sketched('start s > x\nexclusive x > A\ntask A > y\nexclusive y > a:x else:e\nend e')).toEqual([])
  })
  test('a task without a name', async () => {
    expect(await refused(sketch(sound).replace('name="A"', 'name=" "'))).toEqual(['A：环节没有名称'])
  })
})

describe('conditions', () => {
  const split = (flows: string, kind = 'exclusive') =>
    sketched(`start s > x\n${kind} x > ${flows}\ntask A > e\ntask B > e\nend e`)

  test.each(['exclusive', 'inclusive'])('an %s split needs a condition on every flow but the default', async (kind) => {
    expect(await split('a:A else:B', kind)).toEqual([])
    expect(await split('A else:B', kind)).toEqual(['x.A：没有条件，也不是默认流向'])
    // Whether there must be a default is for whoever publishes: the kernel stops with NoWay.
    expect(await split('a:A b:B', kind)).toEqual([])
  })
  test('name one fact, or one that must not be', async () => {
    for (const good of ['rents-home', '!rents-home', '本地户籍', 'a_1'])
      expect(await split(`${good}:A else:B`)).toEqual([])
    for (const bad of ['!!a', '1a', 'a=b', '$a', 'a,b', '!'])
      expect(await split(`${bad}:A else:B`)).toEqual([`x.A：条件“${bad}”应是一个事实的名称，或“!”加名称`])
  })
  test('stand on the flows of a split and nowhere else', async () => {
    expect(await split('a:A B', 'parallel')).toEqual(['x.A：条件不能写在这种元素流出的流向上'])
    expect(await sketched('start s > a:A\ntask A > e\nend e')).toEqual(['s.A：条件不能写在这种元素流出的流向上'])
    const both = sketch('start s > x\nexclusive x > a:A b:B\ntask A > e\ntask B > e\nend e')
    expect(await refused(both.replace('id="x"', 'id="x" default="x.B"'))).toEqual(['x.B：默认流向不写条件'])
    expect(await refused(both.replace('id="x"', 'id="x" default="A.e"'))).toEqual(['x：默认流向不是从这里流出的'])
  })
})

describe('a file that is no proper diagram', () => {
  test('no XML, no BPMN, no process', async () => {
    expect((await refused('你好'))[0]).toMatch('：不是有效的 BPMN 文件')
    expect((await refused('<html/>'))[0]).toMatch('：不是有效的 BPMN 文件')
    expect((await refused(diagram('').replace(/<process.*<\/process>/s, '')))[0]).toBe('：文件中没有流程')
  })
  test('two processes, or messages between them', async () => {
    const one = sketch(sound)
    expect(await refused(one.replace('</definitions>', '<process id="other"/></definitions>'))).toEqual([
      'other：一个文件只能有一个流程，另外的须由调用活动调用',
    ])
    const talk = '<collaboration id="c"><messageFlow id="says" sourceRef="A" targetRef="A"/></collaboration>'
    expect(await refused(one.replace('</definitions>', `${talk}</definitions>`))).toEqual(['says：不支持消息流'])
  })
  test('a reference to nothing, a flow that ends nowhere, a tag that is unknown, an id that is missing', async () => {
    expect(await sketched('start s > nowhere')).toContain('s.nowhere：引用的“nowhere”不存在')
    const ends = (extra: string) => refused(sketch(sound).replace('</process>', `${extra}</process>`))
    expect(await ends('<sequenceFlow id="f" sourceRef="A"/>')).toContain('f：流向没有连接起点或终点')
    expect(await ends('<wish id="w"/>')).toEqual(['：有无法识别的内容：第 17 行，unknown type <bpmn:Wish>'])
    expect(await ends('<endEvent/>')).toEqual(['：缺少 id'])
  })
  test('but whatever the file declares of its encoding: it comes as a string', async () => {
    for (const declared of ['"ISO-8859-1"', "'GB18030'", '"utf-8"'])
      expect(
        (await compile(sketch(sound).replace('"UTF-8"', declared).replace('name="A"', 'name="审核"'))).nodes.A?.name,
      ).toBe('审核')
  })
  test('an id used twice', async () => {
    expect((await sketched(`${sound}\nend e`))[0]).toMatch('：有无法识别的内容：第 17 行，duplicate ID <e>')
  })
})
