import { change, useAct } from '../api/client.ts'
import { fullDay, timeOfDay } from './format.ts'
import { useSession } from './session.tsx'
import { Trouble } from './states.tsx'
import { t } from './t.ts'

const dayMs = 86_400_000
/** Nine in the morning in China, so many days on. */
const morning = (now: string, days: number) =>
  new Date((Math.floor((Date.parse(now) + 8 * 3_600_000) / dayMs) + days) * dayMs + 3_600_000).toISOString()

/** The demo's own time, and how to let it pass; folded away on a resident's small page. Only where the server says it is a demo. */
export function DemoClock({ open }: { open: boolean }) {
  const { data } = useSession()
  const move = useAct((to: string, key: string) => change('POST', '/api/demo/clock', { key, body: { to } }))
  if (!data?.demo || !data.signedIn) return null
  const now = `${fullDay(data.now)} ${timeOfDay(data.now)}`
  const controls = (
    <>
      <button type="button" className="quiet" onClick={() => move.mutate(morning(data.now, 1))}>
        {t('demo.tomorrow')}
      </button>
      <button type="button" className="quiet" onClick={() => move.mutate(morning(data.now, 7))}>
        {t('demo.week')}
      </button>
      {move.error && <Trouble error={move.error} />}
    </>
  )
  if (open)
    return (
      <div className="demo-clock no-print">
        <span role="status">{t('demo.now', { now })}</span>
        {controls}
      </div>
    )
  return (
    <details className="demo-clock no-print">
      <summary>{t('demo.now', { now })}</summary>
      {controls}
    </details>
  )
}
