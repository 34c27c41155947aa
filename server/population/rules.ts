/**
 * Leaves out cells that would show single people: those from 1 to k-1, and, where only one was left out, the next smallest too, or
 * the total would give it away. Zero is no person. Pure.
 */
export function suppress(cells: number[], k: number): (number | null)[] {
  const out: (number | null)[] = cells.map((n) => (n > 0 && n < k ? null : n))
  const hidden = out.filter((n) => n === null).length
  if (!hidden) return out
  const small = cells.reduce((sum, n, i) => sum + (out[i] === null ? n : 0), 0)
  // Also several small ones may add up to less than k: then the rest of the total is still too few people.
  if (hidden > 1 && small >= k) return out
  const rest = cells.map((n, i) => ({ n, i })).filter(({ n, i }) => out[i] !== null && n > 0)
  const next = rest.sort((a, b) => a.n - b.n)[0]
  if (next) out[next.i] = null
  return out
}
