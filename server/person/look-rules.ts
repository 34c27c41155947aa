/** Who opens far more files than the others do. Pure. */

/** What is usual: the middle of those who looked at anybody. */
export function usualOf(persons: number[]): number {
  const sorted = [...persons].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

const fewest = 10
/** More than three times what is usual, and more than a busy hour at the window explains. A question to be asked, not a verdict. */
export const standsOut = (persons: number, usual: number): boolean => persons > Math.max(fewest, 3 * usual)
