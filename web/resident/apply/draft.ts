import { useCallback, useEffect, useRef, useState } from 'react'
import { change, newKey, queries } from '../../api/client.ts'
import type { SentFile } from '../../ui/FileButton.tsx'
import type { Answers } from '../../ui/form/schema.ts'

/** What the person has given so far. Kept on the server, so that another day or another phone can go on. */
export type Draft = { form: Answers; you: Partial<You>; materials: Record<string, GivenMaterial>; at: string }
export type You = { name: string; idNumber: string; phone: string; address: string; place: string }
export type GivenMaterial = { files: SentFile[]; bring: boolean }
export type Saving = { state: 'idle' | 'saving' | 'saved' } | { state: 'failed'; why: string }

export const fresh: Draft = { form: {}, you: {}, materials: {}, at: 'you' }
const pause = 2_000

/** Saved a moment after the last key, on every continue, and when the page goes out of sight. */
export function useDraft(item: string, kept: Partial<Draft> | null) {
  const [draft, setDraft] = useState<Draft>({ ...fresh, ...kept })
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const current = useRef(draft)
  const saved = useRef(JSON.stringify(draft))
  const closed = useRef(false)

  const save = useCallback(async () => {
    const body = JSON.stringify(current.current)
    if (body === saved.current || closed.current) return
    setSaving({ state: 'saving' })
    try {
      await change('PUT', '/api/drafts/{item}', { path: { item }, body: current.current, key: newKey() })
      saved.current = body
      queries.setQueryData(['draft', item], JSON.parse(body))
      setSaving({ state: 'saved' })
    } catch (error) {
      setSaving({ state: 'failed', why: error instanceof Error ? error.message : '' })
    }
  }, [item])

  const update = useCallback((next: Partial<Draft>) => {
    current.current = { ...current.current, ...next }
    setDraft(current.current)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the draft starts the pause anew
  useEffect(() => {
    const later = setTimeout(save, pause)
    return () => clearTimeout(later)
  }, [draft, save])
  useEffect(() => {
    const leaving = () => document.visibilityState === 'hidden' && save()
    document.addEventListener('visibilitychange', leaving)
    return () => {
      document.removeEventListener('visibilitychange', leaving)
      save()
    }
  }, [save])

  /** Submitted: the server has thrown the draft away, nothing may bring it back. */
  const close = useCallback(() => {
    closed.current = true
    queries.setQueryData(['draft', item], null)
  }, [item])
  /** As of now, not as of the last rendering. */
  const latest = useCallback(() => current.current, [])
  return { draft, latest, update, save, close, saving }
}
