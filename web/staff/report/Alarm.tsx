import { t } from '../../ui/t.ts'

const colours: Record<string, string> = {
  done: 'grey',
  'late-done': 'grey',
  overdue: 'red',
  today: 'yellow',
  soon: 'yellow',
  ahead: 'green',
}
const shapes: Record<string, string> = { grey: '✓', red: '■', yellow: '▲', green: '●' }

/** A day's state: word, shape and colour, as of all clocks. */
export function Alarm({ state }: { state: string }) {
  const colour = colours[state] ?? 'grey'
  return (
    <span className={`alarm alarm-${colour}`}>
      <span aria-hidden>{shapes[colour]}</span> {t(`reports.alarm.${state}`)}
    </span>
  )
}
