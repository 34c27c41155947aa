import type { ReactNode } from 'react'
import { Refused } from '../api/client.ts'
import { signInHref } from './sign-in.ts'
import { t } from './t.ts'

export const Loading = () => (
  <p className="state" role="status">
    {t('net.loading')}
  </p>
)

/** Nothing there yet: say how it begins. */
export const Empty = ({ children }: { children: ReactNode }) => <div className="state">{children}</div>

/** Something is there, but nothing fits the question: offer to drop it. */
export function NoMatch({ children, clear }: { children: ReactNode; clear?: () => void }) {
  return (
    <div className="state">
      {children}
      {clear && (
        <p>
          <button type="button" className="plain" onClick={clear}>
            {t('empty.clear')}
          </button>
        </p>
      )}
    </div>
  )
}

/** It may be there, but not for this person: say who can help. */
export function NoPermission({ children }: { children?: ReactNode }) {
  return (
    <div className="state">
      <p>
        <strong>{t('empty.no-permission')}</strong>
      </p>
      {children}
    </div>
  )
}

/** A read that failed, in its own words: sign in, no permission, or try again. */
export function Trouble({ error, retry }: { error: Error; retry?: () => unknown }) {
  const status = error instanceof Refused ? error.status : 0
  if (status === 401)
    return (
      <div className="state" role="alert">
        <p>{t('empty.sign-in')}</p>
        <p>
          <a className="button main" href={signInHref()}>
            {t('session.in')}
          </a>
        </p>
      </div>
    )
  if (status === 403)
    return (
      <NoPermission>
        <p>{error.message}</p>
      </NoPermission>
    )
  return (
    <div className="state" role="alert">
      <p>{error.message}</p>
      {retry && status !== 404 && (
        <p>
          <button type="button" className="plain" onClick={() => retry()}>
            {t('net.retry')}
          </button>
        </p>
      )}
    </div>
  )
}
