import { change, useAct } from '../api/client.ts'
import { timeOfDay, weekday } from './format.ts'
import { useSession } from './session.tsx'
import { Trouble } from './states.tsx'
import { t } from './t.ts'

const dayMs = 86_400_000
/** Nine in the morning in China, so many days on. */
const morning = (now: string, days: number) =>
  new Date((Math.floor((Date.parse(now) + 8 * 3_600_000) / dayMs) + days) * dayMs + 3_600_000).toISOString()

/** The demo's own time, and how to let it pass. Shown only where the server says that this is a demo. */
export function DemoClock() {
  const { data } = useSession()
  const move = useAct((to: string, key: string) => change('POST', '/api/demo/clock', { key, body: { to } }))
  if (!data?.demo || !data.signedIn) return null
  const now = `${weekday(data.now)} ${timeOfDay(data.now)}`
  return (
    <aside className="demo-clock" aria-label={t('demo.now', { now })}>
      <span role="status">{t('demo.now', { now })}</span>
      <button type="button" className="quiet" onClick={() => move.mutate(morning(data.now, 1))}>
        {t('demo.tomorrow')}
      </button>
      <button type="button" className="quiet" onClick={() => move.mutate(morning(data.now, 7))}>
        {t('demo.week')}
      </button>
      {move.error && <Trouble error={move.error} />}
    </aside>
  )
}
