/** Two versions of a report side by side, by sentence: what stayed, what went, what came. Pure. */
export type Change = { kind: 'same' | 'gone' | 'new'; text: string }

/** A paragraph's sentences, its end kept with each; a line break ends one too. */
export const sentencesOf = (text: string): string[] =>
  text.match(/[^。！？；\n]*[。！？；\n]+[”’」』）]*|[^。！？；\n]+$/g) ?? []

/** The longest common run of sentences stays; the rest came or went. Long equal ends are cut off first. */
export function diff(before: string, after: string): Change[] {
  const [a, b] = [sentencesOf(before), sentencesOf(after)]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const same = (list: string[]): Change[] => list.map((text) => ({ kind: 'same', text }))
  return [
    ...same(a.slice(0, head)),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...same(a.slice(a.length - tail)),
  ]
}

function middle(a: string[], b: string[]): Change[] {
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      changes.push({ kind: 'same', text: a[i] ?? '' })
      i++
      j++
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1)))
      changes.push({ kind: 'gone', text: a[i++] ?? '' })
    else changes.push({ kind: 'new', text: b[j++] ?? '' })
  }
  return changes
}
