import { useEffect, useRef } from 'react'
import { tinykeys } from 'tinykeys'
import { t } from '../ui/t.ts'
import { useDuties } from './data.ts'
import { useGo } from './link.ts'

/** The sheet of shortcuts, on ? or by its button. Keys count only outside of fields (WCAG 2.1.4). */
export function Keys() {
  const go = useGo()
  const takes = useDuties().has('clerk')
  const sheet = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const free = (fn: () => void) => (e: KeyboardEvent) => {
      if (!(e.target as Element).matches('input, textarea, select')) {
        e.preventDefault()
        fn()
      }
    }
    return tinykeys(window, {
      'Shift+?': free(() => sheet.current?.showModal()),
      '/': free(() => document.querySelector<HTMLInputElement>('input[type=search]')?.focus()),
      ...(takes && { c: free(() => go({ to: '/desk/take' })) }),
      'g t': free(() => go({ to: '/desk/tasks' })),
      'g m': free(() => go({ to: '/desk/matters' })),
    })
  }, [go, takes])
  return (
    <>
      <button type="button" className="quiet" onClick={() => sheet.current?.showModal()}>
        {t('keys.show')}
      </button>
      <dialog ref={sheet} className="sheet" aria-label={t('keys.show')}>
        <dl className="pairs">
          {['j', 'enter', 'slash', ...(takes ? ['c'] : []), 'gt', 'gm', 'help'].map((k) => (
            <div key={k}>
              <dt>
                <kbd>{t(`keys.${k}.key`)}</kbd>
              </dt>
              <dd>{t(`keys.${k}`)}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit" className="main">
            {t('keys.close')}
          </button>
        </form>
      </dialog>
    </>
  )
}
