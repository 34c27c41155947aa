import { parseArgs } from 'node:util'

/** How every command speaks at the terminal: what went wrong in one line, without the place in the code, and an exit code. */

/** It was called wrongly: exit code 2. Everything else ends with 1. */
export class Misuse extends Error {}

const hints: Record<string, (error: Error & { port?: number }) => string> = {
  EADDRINUSE: (e) =>
    `Port ${e.port} is taken, perhaps by another Linli. Stop that one, or choose another: PORT=3001 npm start`,
  EACCES: (e) => (e.port ? `Port ${e.port} may not be used by this user. Choose one above 1023: PORT=3000` : e.message),
  EADDRNOTAVAIL: (e) => `HOST names no address of this machine (${e.message}).`,
  ECONNREFUSED: (e) =>
    `Nobody answers there: ${e.message || 'connection refused'}. Is the server of DATABASE_URL running?`,
}

export function inOneLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const hint = hints[(error as NodeJS.ErrnoException).code ?? '']
  return (hint?.(error) ?? error.message).trim() || error.name
}

/** Says it and ends. LINLI_DEBUG=1 tells where it happened. */
export function giveUp(error: unknown): never {
  console.error(inOneLine(error))
  if (process.env.LINLI_DEBUG) console.error(error)
  process.exit(error instanceof Misuse ? 2 : 1)
}

type Asked<O extends string> = { words: string[]; options: Partial<Record<O, string>> }
/**
 * What a command was called with. From here on whatever nobody catches is told in one line. An option or a word that it does not know
 * is refused with its usage: an option that is passed over in silence misleads.
 */
export function asked<O extends string = never>(
  usage: string,
  { words = [], options = [] }: { words?: readonly string[]; options?: readonly O[] } = {},
  args = process.argv.slice(2),
): Asked<O> {
  process.on('uncaughtException', giveUp)
  const wrong = (why: string) => new Misuse(`${why} Usage: ${usage}`)
  let given: { positionals: string[]; values: Record<string, unknown> }
  try {
    given = parseArgs({
      args,
      allowPositionals: true,
      options: Object.fromEntries(options.map((o) => [o, { type: 'string' as const }])),
    })
  } catch (error) {
    throw wrong(`${(error as Error).message.split('. ')[0]}.`)
  }
  const strange = given.positionals.find((w, i) => i > 0 || !words.includes(w))
  if (strange !== undefined) throw wrong(`“${strange}” is nothing this command knows.`)
  return { words: given.positionals, options: given.values as Asked<O>['options'] }
}

/** PORT; 0 is any free one. */
export function portFrom(env: NodeJS.ProcessEnv): number {
  const said = env.PORT?.trim() || '3000'
  if (!/^\d+$/.test(said) || Number(said) > 65_535)
    throw new Misuse(`PORT is a number from 0 to 65535, not “${said}”. For example: PORT=3001 npm start`)
  return Number(said)
}
