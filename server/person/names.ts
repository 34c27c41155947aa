import { pinyin } from 'pinyin-pro'
import { nameTokens } from './rules.ts'

/** Syllables are looked up once a character: half a million names have a few thousand of them. 单 at the head of a name is Shan. */
const syllables = { head: new Map<string, string>(), normal: new Map<string, string>() }
const sound = (character: string, at: number): string => {
  const mode = at === 0 ? 'head' : 'normal'
  let known = syllables[mode].get(character)
  if (known === undefined) {
    const options = { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true } as const
    known = (pinyin(character, { ...options, mode: at === 0 ? 'surname' : 'normal' })[0] ?? '').toLowerCase()
    known = /^[a-z]+$/.test(known) ? known : ''
    syllables[mode].set(character, known)
  }
  return known
}

/** The same names come again and again: half a million people have some tens of thousands. */
const found = new Map<string, string>()
const most = 20_000

/** What goes into `person.search`, separated by spaces. */
export function searchOf(name: string): string {
  let tokens = found.get(name)
  if (tokens === undefined) {
    tokens = nameTokens(name, sound).join(' ')
    if (found.size < most) found.set(name, tokens)
  }
  return tokens
}
