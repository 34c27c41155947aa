import { type RefObject, useEffect } from 'react'
import { tinykeys } from 'tinykeys'

/** In a list of links j and k move; Enter opens, as links do by nature. Keys count only outside of fields. */
export function useRowKeys(list: RefObject<HTMLElement | null>, each = 'a') {
  useEffect(() => {
    const move = (by: number) => {
      const all = [...(list.current?.querySelectorAll<HTMLElement>(each) ?? [])]
      const at = all.indexOf(document.activeElement as HTMLElement)
      all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus()
    }
    const free = (fn: () => void) => (e: KeyboardEvent) => {
      if (!(e.target as Element).matches('input, textarea, select')) fn()
    }
    return tinykeys(window, { j: free(() => move(1)), k: free(() => move(-1)) })
  }, [list, each])
}
