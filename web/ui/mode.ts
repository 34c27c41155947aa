import { useSyncExternalStore } from 'react'

/** The elder edition: chosen by the person, remembered on the device, in force on every page. Sizes 1–4: 18, 22, 26, 30 pt. */
export type Mode = { elder: boolean; size: number }
const key = 'linli-mode'
const root = document.documentElement
const listeners = new Set<() => void>()
let mode: Mode = remembered()

function remembered(): Mode {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}')
    return { elder: kept.elder === true, size: [1, 2, 3, 4].includes(kept.size) ? kept.size : 1 }
  } catch {
    return { elder: false, size: 1 }
  }
}

export function setMode(next: Mode) {
  mode = next
  try {
    localStorage.setItem(key, JSON.stringify(next))
  } catch {
    // A browser that keeps nothing still shows the mode for this visit.
  }
  applyMode()
  for (const tell of listeners) tell()
}

export function applyMode() {
  if (mode.elder) root.dataset.mode = 'elder'
  else delete root.dataset.mode
  root.dataset.size = String(mode.size)
}

export const useMode = () =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => mode,
  )
