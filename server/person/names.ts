import { pinyin } from 'pinyin-pro'
import { nameTokens } from './rules.ts'

/** Syllables are looked up once a character: half a million names have a few thousand of them. */
const syllables = new Map<string, string>()
const sound = (character: string): string => {
  let known = syllables.get(character)
  if (known === undefined) {
    known = (
      pinyin(character, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })[0] ?? ''
    ).toLowerCase()
    known = /^[a-z]+$/.test(known) ? known : ''
    syllables.set(character, known)
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
