import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { Problem } from '../api/client.ts'
import { DemoClock } from './DemoClock.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { setMode, useMode } from './mode.ts'
import { SessionState } from './session.tsx'
import { t } from './t.ts'

type Props = {
  title: string
  /** Where the door's name leads; also tells the doors apart. */
  home: string
  /** A link or button back; the browser's own back must do the same. */
  back?: ReactNode
  /** Shown above the title, where focus goes; the window's title says so too. */
  problems?: Problem[]
  /** The page's own h1 says the same in another place (a question's label): do not print the title twice. */
  titleInside?: boolean
  wide?: boolean
  /** Beside the door's name: a desk's menu. */
  menu?: ReactNode
  foot?: ReactNode
  /** Who is signed in and how they leave, where a door has ways of its own. */
  account?: ReactNode
  children: ReactNode
}

/** The first page is the browser's own arrival; from the second on, focus is ours to place. */
let arrived = false

/** Every page of every door: skip link, name, elder switch, who is signed in, problems, title, content. */
export function Page({ title, home, back, problems = [], titleInside, wide, menu, foot, account, children }: Props) {
  const main = useRef<HTMLElement>(null)
  const failed = problems.length > 0
  useEffect(() => {
    const full = `${title} - ${t('brand')}`
    document.title = failed ? t('errors.prefix', { title: full }) : full
  }, [title, failed])
  // After a step inside the door the pressed link is gone: reading goes on at the new page's beginning, not at the top bar.
  useEffect(() => {
    if (arrived && document.activeElement === document.body) main.current?.focus({ preventScroll: true })
    arrived = true
  }, [])
  return (
    <div className={wide ? 'page page-wide' : 'page'}>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t('nav.skip')}
      </button>
      <DemoClock open={wide ?? false} />
      <header className="page-head">
        <a className="brand" href={home}>
          {t('brand')}
        </a>
        {menu}
        <nav className="page-tools" aria-label={t('nav.account')}>
          <ElderSwitch />
          {account ?? <SessionState />}
        </nav>
      </header>
      {back && (
        <nav className="page-back" aria-label={t('nav.back')}>
          {back}
        </nav>
      )}
      <main id="main" ref={main} tabIndex={-1}>
        <ErrorSummary problems={problems} />
        {!titleInside && <h1>{title}</h1>}
        {children}
      </main>
      {foot && <footer className="page-foot">{foot}</footer>}
    </div>
  )
}

export function ElderSwitch() {
  const mode = useMode()
  const size = (by: number) => setMode({ ...mode, size: Math.min(4, Math.max(1, mode.size + by)) })
  return (
    <span className="elder-switch">
      {mode.elder && (
        <>
          <button type="button" className="quiet" disabled={mode.size <= 1} onClick={() => size(-1)}>
            <span aria-hidden>A−</span>
            <span className="visually-hidden">{t('mode.smaller')}</span>
          </button>
          <button type="button" className="quiet" disabled={mode.size >= 4} onClick={() => size(1)}>
            <span aria-hidden>A+</span>
            <span className="visually-hidden">{t('mode.larger')}</span>
          </button>
        </>
      )}
      <button type="button" className="quiet" onClick={() => setMode({ ...mode, elder: !mode.elder })}>
        {t(mode.elder ? 'mode.normal' : 'mode.elder')}
      </button>
    </span>
  )
}

/** A titled part of a page. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
