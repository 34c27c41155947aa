import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from '../api/client.ts'
import { lendGlyphs } from './glyphs.ts'
import { applyMode } from './mode.ts'
import { speak } from './t.ts'
import './tokens.css'
import './ui.css'
import './read.css'
import './form/form.css'

/** Opens a door: its own words, the remembered mode, the query client, and fonts for devices without Chinese. */
export function openDoor(catalogue: Record<string, string>, door: ReactNode) {
  speak(catalogue)
  applyMode()
  const root = document.getElementById('root')
  if (!root) throw new Error('no #root')
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>{door}</QueryClientProvider>
    </StrictMode>,
  )
  lendGlyphs()
}
