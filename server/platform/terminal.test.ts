import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { asked, inOneLine, Misuse, portFrom } from './terminal.ts'

const usage = 'npm run thing [-- fast] [--scale big]'
const ask = (...args: string[]) => asked(usage, { words: ['fast'], options: ['scale'] }, args)

async function run(script: string, args: string[] = [], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    env: { ...process.env, LINLI_DEBUG: '', ...env },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (d) => (said += d))
  const [code] = await once(child, 'close')
  return { code, said }
}

test('a command takes what it knows; an unknown option or word is refused with its usage, never passed over', () => {
  expect(ask()).toEqual({ words: [], options: {} })
  expect({ ...ask('fast', '--scale', 'big').options }).toEqual({ scale: 'big' })
  for (const wrong of [['nope'], ['fast', 'fast'], ['--sclae', 'big'], ['--scale'], ['-x']])
    expect(() => ask(...wrong), wrong.join(' ')).toThrow(usage)
  expect(() => ask('nope')).toThrow('“nope”')
})

test('PORT is a number; what is wrong with a port is told with the remedy', () => {
  expect([portFrom({}), portFrom({ PORT: '0' }), portFrom({ PORT: '4304' })]).toEqual([3000, 0, 4304])
  for (const PORT of ['abc', '-1', '65536', '3000.5', '0x10']) expect(() => portFrom({ PORT }), PORT).toThrow(Misuse)
  const taken = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', port: 3000 })
  expect(inOneLine(taken)).toMatch(/^Port 3000 is taken.*PORT=3001 npm start$/)
})

test('what is wrong at the terminal is one line, without a place in the code, and an exit code', async () => {
  const cases = [
    ['server/main.ts', [], { PORT: 'abc' }, 2, /PORT is a number/],
    ['bin/tour.ts', ['nope'], {}, 2, /“nope”.*npm run tour/],
    ['bin/world.ts', ['--sclae', 'village'], {}, 2, /--sclae.*npm run world/],
    ['bin/world.ts', ['--scale', 'moon'], {}, 2, /tongguan\|village/],
    ['bin/verify.ts', ['--all'], {}, 2, /--all.*npm run verify/],
    ['bin/rekey.ts', ['now'], {}, 2, /“now”.*npm run rekey/],
  ] as const
  for (const [script, args, env, code, says] of cases) {
    const done = await run(script, [...args], env)
    expect(done.said.trim().split('\n'), `${script} ${args}`).toEqual([expect.stringMatching(says)])
    expect(done.code, script).toBe(code)
  }
})

test('LINLI_DEBUG=1 tells where it happened', async () => {
  const { said } = await run('bin/tour.ts', ['nope'], { LINLI_DEBUG: '1' })
  expect(said).toMatch(/ at .*tour\.ts/)
})

test('a taken port is found before the database starts', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const done = await run('server/main.ts', [], { PORT: String(port), LINLI_DATA: '/nowhere/at/all' })
  other.close()
  expect([done.code, done.said.trim()]).toEqual([1, expect.stringMatching(new RegExp(`^Port ${port} is taken[^\n]*$`))])
})
