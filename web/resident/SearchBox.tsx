import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../ui/t.ts'

export function SearchBox({ q = '' }: { q?: string | undefined }) {
  const [words, setWords] = useState(q)
  const go = useNavigate()
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the phones we serve
    <form
      role="search"
      className="search"
      onSubmit={(e) => {
        e.preventDefault()
        go({ to: '/items', search: words.trim() ? { q: words.trim() } : {} })
      }}
    >
      <label htmlFor="q">{t('home.search')}</label>
      <div className="search-row">
        <input
          id="q"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          value={words}
          maxLength={50}
          onChange={(e) => setWords(e.target.value)}
        />
        <button type="submit" className="main">
          {t('home.go')}
        </button>
      </div>
    </form>
  )
}
