import { type ReactNode, useId } from 'react'
import { t } from './t.ts'

type Props = {
  /** From the answer's abilities: null means allowed, text is the reason why not (shown), undefined means not offered at all. */
  why?: string | null | undefined
  kind?: 'main' | 'plain' | 'quiet'
  type?: 'button' | 'submit'
  busy?: boolean
  onClick?: () => unknown
  children: ReactNode
}

/** A button that says why it cannot be pressed instead of vanishing; it stays reachable by keyboard so that the reason can be read. */
export function ActionButton({ why = null, kind = 'plain', type = 'button', busy, onClick, children }: Props) {
  const id = useId()
  const off = Boolean(why) || busy
  return (
    <span className="action">
      <button
        type={type}
        className={kind}
        aria-disabled={off || undefined}
        aria-describedby={why ? id : undefined}
        onClick={(e) => (off ? e.preventDefault() : onClick?.())}
      >
        {busy ? t('net.working') : children}
      </button>
      {why && (
        <span className="why" id={id}>
          {why}
        </span>
      )}
    </span>
  )
}
