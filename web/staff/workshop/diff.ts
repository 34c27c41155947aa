export type Change = { path: string; before: string; after: string }

/** What differs between two definitions, leaf by leaf, in the order of the newer one. */
export function diffOf(before: unknown, after: unknown, path = ''): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (!isTree(before) || !isTree(after)) return [{ path, before: said(before), after: said(after) }]
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return keys.flatMap((k) => diffOf(before[k], after[k], path ? `${path}.${k}` : k))
}
const isTree = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null
const said = (v: unknown) => (v === undefined ? '' : typeof v === 'string' ? v : JSON.stringify(v))
