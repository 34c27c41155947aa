import fc from 'fast-check'
import { sketch } from './sketch.ts'

/**
 * Block-structured processes, for the property tests: every split has its join, so all of them are sound. A block is
 * drawn as BPMN here and walked over directly in `oracle.ts`; the two share nothing but this type.
 */
export type Block =
  | { kind: 'task'; id: string; timer?: { id: string; cancels: boolean; leadsTo: string } }
  | { kind: 'nothing' }
  | { kind: 'sub'; id: string; body: Block }
  /** A task done several times, side by side. */
  | { kind: 'many'; id: string; times: number }
  | { kind: 'sequence'; parts: Block[] }
  | { kind: 'loop'; id: string; body: Block; again: string }
  | Split
/** The last branch is the default. */
export type Split = { kind: 'exclusive' | 'inclusive' | 'parallel'; id: string; branches: Branch[] }
type Branch = { when: string; body: Block }

export const facts = ['a', 'b', 'c', 'd']
/** The fact every loop asks for, so that a test can end them all. */
export const again = 'again'

const { block } = fc.letrec<{ block: Block; task: Block; body: Block; branches: Branch[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 3, arbitrary: tie('task') },
    { weight: 1, arbitrary: fc.integer({ min: 2, max: 4 }).map((times): Block => ({ kind: 'many', id: '', times })) },
    { weight: 2, arbitrary: tie('body').map((body): Block => ({ kind: 'sub', id: '', body })) },
    { weight: 1, arbitrary: fc.constant<Block>({ kind: 'nothing' }) },
    { weight: 3, arbitrary: fc.array(tie('block'), { minLength: 2, maxLength: 3 }).map(sequence) },
    { weight: 2, arbitrary: tie('branches').map((branches): Block => ({ kind: 'exclusive', id: '', branches })) },
    { weight: 4, arbitrary: tie('branches').map((branches): Block => ({ kind: 'inclusive', id: '', branches })) },
    { weight: 2, arbitrary: tie('branches').map((branches): Block => ({ kind: 'parallel', id: '', branches })) },
    // A loop must pass a task, whatever way it takes.
    { weight: 2, arbitrary: tie('body').map((body): Block => ({ kind: 'loop', id: '', body, again })) },
  ),
  task: fc.option(fc.boolean(), { nil: undefined }).map(
    (cancels): Block => ({
      kind: 'task',
      id: '',
      ...(cancels !== undefined && { timer: { id: '', cancels, leadsTo: '' } }),
    }),
  ),
  body: fc.tuple(tie('task'), tie('block')).map(sequence),
  branches: fc.array(fc.record({ when: fc.constantFrom(...facts, ...facts.map((f) => `!${f}`)), body: tie('block') }), {
    minLength: 2,
    maxLength: 4,
  }),
}))

function sequence(parts: Block[]): Block {
  return { kind: 'sequence', parts }
}

/** A random process: some block between two tasks. */
export const model = block.map((inner) => number(sequence([{ kind: 'task', id: '' }, inner, { kind: 'task', id: '' }])))

/** Gives every part its id in reading order: T1 a task, X2 a timer, E3 the task it leads to, G4 a gateway. */
function number(block: Block): Block {
  let count = 0
  const id = (letter: string) => `${letter}${++count}`
  const walk = (b: Block): Block => {
    switch (b.kind) {
      case 'nothing':
        return b
      case 'task':
        return { ...b, id: id('T'), ...(b.timer && { timer: { ...b.timer, id: id('X'), leadsTo: id('E') } }) }
      case 'sequence':
        return { ...b, parts: b.parts.map(walk) }
      case 'many':
        return { ...b, id: id('M') }
      case 'sub':
        return { ...b, id: id('S'), body: walk(b.body) }
      case 'loop':
        return { ...b, id: id('G'), body: walk(b.body) }
      default:
        return { ...b, id: id('G'), branches: b.branches.map((branch) => ({ ...branch, body: walk(branch.body) })) }
    }
  }
  return walk(block)
}

export function draw(block: Block): string {
  const lines = ['end end']
  let scope = ''
  const line = (text: string) => lines.push(scope ? `${scope}| ${text}` : text)
  line(`start start > ${enter(block, 'end')}`)
  return sketch(lines.join('\n'))

  /** Draws the block before `next` and answers where one enters it. */
  function enter(b: Block, next: string): string {
    switch (b.kind) {
      case 'nothing':
        return next
      case 'sequence':
        return b.parts.reduceRight((after, part) => enter(part, after), next)
      case 'task':
        return task(b, next)
      case 'many':
        line(`task ${b.id} x${b.times} > ${next}`)
        return b.id
      case 'sub': {
        line(`sub ${b.id} > ${next}`)
        const outer = scope
        scope = b.id
        line(`end ${b.id}e`)
        line(`start ${b.id}b > ${enter(b.body, `${b.id}e`)}`)
        scope = outer
        return b.id
      }
      case 'loop': {
        const body = enter(b.body, `${b.id}s`)
        line(`exclusive ${b.id}m > ${body}`)
        line(`exclusive ${b.id}s > ${b.again}:${b.id}m else:${next}`)
        return `${b.id}m`
      }
      default: {
        const ways = b.branches.map((branch, i) => {
          const when = i === b.branches.length - 1 ? 'else' : branch.when
          return `${b.kind === 'parallel' ? '' : `${when}:`}${enter(branch.body, `${b.id}j`)}`
        })
        line(`${b.kind} ${b.id}s > ${ways.join(' ')}`)
        line(`${b.kind} ${b.id}j > ${next}`)
        return `${b.id}s`
      }
    }
  }

  /** A timer that cancels meets the task's own way again; one beside it goes to an end of its own. */
  function task({ id, timer }: Block & { kind: 'task' }, next: string): string {
    if (!timer) line(`task ${id} > ${next}`)
    else if (timer.cancels) {
      line(`task ${id} > ${id}m`)
      line(`timer ${timer.id} on ${id} P1D cancel > ${timer.leadsTo}`)
      line(`task ${timer.leadsTo} > ${id}m`)
      line(`exclusive ${id}m > ${next}`)
    } else {
      line(`task ${id} > ${next}`)
      line(`timer ${timer.id} on ${id} P1D beside > ${timer.leadsTo}`)
      line(`task ${timer.leadsTo} > ${timer.leadsTo}e`)
      line(`end ${timer.leadsTo}e`)
    }
    return id
  }
}
