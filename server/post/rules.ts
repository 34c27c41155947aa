/** How the time of a grid worker is divided between window and grid (2.6). Pure. */

export type Shift = 'A' | 'B'
export type Share = { post: string; share: number | null }

/** Nobody has more than their whole time. `posts` are all the caller-to-be holds, the one in question among them or not. */
export function tooMuch(posts: Share[], post: string | null, share: number): string | null {
  const others = posts.filter((p) => p.post !== post).reduce((sum, p) => sum + (p.share ?? 0), 0)
  return others + share > 100 ? `“时间占比”合计不能超过 100%，其他岗位已占 ${others}%` : null
}

/** From which day a change may count: no earlier than the post itself, and not from a day that has not come. */
export function badDay(title: string, on: string, began: string, today: string): string | null {
  if (on > today) return `“${title}”还没有到`
  if (on < began) return `“${title}”不能早于 ${began}`
  return null
}
