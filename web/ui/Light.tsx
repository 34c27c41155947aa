import type { ReactNode } from 'react'
import { lastDay } from './format.ts'
import { t } from './t.ts'

export type LightColour = 'green' | 'yellow' | 'red' | 'stopped' | 'done'

/** A clock's state by word, shape and colour together; shapes differ when printed grey. */
const shapes: Record<LightColour, ReactNode> = {
  green: <circle cx="8" cy="8" r="6" />,
  yellow: <path d="M8 1.5 15 14H1z" />,
  red: <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" />,
  stopped: <path d="M3 2h4v12H3zM9 2h4v12H9z" />,
  done: <path d="m2 8.5 2-2 2.7 2.7L12 3.5l2 2-7.3 7.7z" />,
}

export function Light({ light, late }: { light: LightColour; late?: boolean }) {
  return (
    <span className={`light light-${light}`}>
      <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" fill="currentColor">
        {shapes[light]}
      </svg>
      {t(light === 'done' && late ? 'light.late-done' : `light.${light}`)}
    </span>
  )
}

/** By when, how long that is from now, and the light. `remaining` comes from the server, who knows the working days. */
export function Deadline({
  dueAt,
  remaining,
  light,
  late,
}: {
  dueAt: string | null
  remaining?: string | null
  light: LightColour
  late?: boolean
}) {
  return (
    <span className="deadline">
      <Light light={light} late={late ?? false} />{' '}
      {light !== 'done' &&
        (dueAt ? (
          <time dateTime={dueAt}>{t('deadline.by', { date: lastDay(dueAt) })}</time>
        ) : (
          light !== 'stopped' && t('deadline.none')
        ))}
      {remaining && <span className="remaining">{remaining}</span>}
    </span>
  )
}
