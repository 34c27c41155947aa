import { Type as T } from 'typebox'
import { choice } from '../platform/schema.ts'

export const indicatorId = T.String({ title: '指标', pattern: '^[a-z][a-z0-9-]{0,59}$' })
const day = (title: string) => T.String({ title, format: 'date' })
/** Of which place and time a figure is asked. */
export const asked = {
  from: T.Optional(day('起')),
  to: day('止'),
  place: T.Optional(T.String({ title: '地方', maxLength: 60, pattern: '^[a-z0-9-]+$' })),
  period: T.Optional(choice(['span', 'cumulative'], { title: '期间或累计' })),
}
