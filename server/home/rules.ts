/** Addresses as people write them, read into community, building and door. Pure. */

export type Community = { id: string; name: string }
export type Address =
  | { at: 'here'; community: string; building: string; key: string; address: string }
  /** Somewhere else in the country: a full address that does not begin with this district. */
  | { at: 'outside'; address: string }
  | { at: 'unknown'; why: string }

/** One spelling: half-width, no spaces, 栋 for every word for a house, `12-2-305` written out. */
export function tidyAddress(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s,，。]/g, '')
    .replace(/(\d)(?:号楼|幢|座|#楼|#)/g, '$1栋')
    .replace(/(\d+)[-‐-―](\d+)[-‐-―](\d+)室?$/, '$1栋$2单元$3室')
    .replace(/(\d+)(栋|号)?[-‐-―](\d+)室?$/, (_, house, word, door) => `${house}${word ?? '栋'}${door}室`)
    .replace(/(单元|栋)(\d{3,4})$/, '$1$2室')
}

/** For LIKE: what was typed, as it stands. */
export const like = (typed: string) => typed.replace(/[\\%_]/g, '\\$&')

/** What was typed of an address as patterns for LIKE: of `community || building`, and, after the house's number, of the door. */
export function patternsOf(tidied: string): { house: string; door: string } {
  const found = /^(.*?\d+[栋号])(.*)$/.exec(tidied)
  const [house, door] = [found?.[1] ?? tidied, found?.[2] ?? '']
  return { house: `%${like(house)}${found ? '' : '%'}`, door: `%${like(door)}%` }
}

/**
 * A reader for one district. `upper` are the names that may stand before a community's (towns, streets); they say nothing
 * that the community does not.
 */
export function addressReader(district: { names: string[]; upper: string[] }, communities: Community[]) {
  const literal = (s: string) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const any = (names: string[]) =>
    [...names]
      .sort((a, b) => b.length - a.length)
      .map(literal)
      .join('|')
  const spellings = new Map<string, Community>()
  for (const c of communities) {
    const bare = c.name.replace(/(社区|村)$/, '')
    for (const name of c.name.endsWith('村')
      ? [c.name, `${bare}村委会`, `${bare}村民委员会`]
      : [c.name, `${bare}居委会`, `${bare}社区居委会`])
      spellings.set(name, c)
  }
  const start = new RegExp(
    `^(?:安徽省|安徽)?(?:${any(district.names)})*(?:${any(district.upper)})?(${any([...spellings.keys()])})`,
  )
  // 社区, 小区 and the like end on the character of a district and are none: a community misspelt is not elsewhere.
  const foreign =
    /^(?:[^\d]{2,4}?省|[^\d]{2,6}?自治区|[^\d]{2,5}?市(?!场)|[^\d]{2,4}?(?:县|(?<![社小园校厂街])区)|香港|澳门|台湾)/
  const ours = new RegExp(`^(?:安徽省|安徽)?(?:${any(district.names)})`)
  return (typed: string): Address => {
    const text = tidyAddress(typed)
    const found = start.exec(text)
    const community = found && spellings.get(found[1] as string)
    if (!community) {
      if (foreign.test(text) && !(ours.test(text) && /铜官/.test(text.slice(0, 12))))
        return { at: 'outside', address: text }
      return { at: 'unknown', why: '地址里没有本区的社区或村' }
    }
    const key = text.slice(found[0].length)
    if (!key) return { at: 'unknown', why: '地址只写到社区，请写到楼栋和门牌' }
    const building = /^(.*\d栋)/.exec(key)?.[1] ?? /^(.*?\d+号)/.exec(key)?.[1] ?? key
    return { at: 'here', community: community.id, building, key, address: community.name + key }
  }
}
export type AddressReader = ReturnType<typeof addressReader>
