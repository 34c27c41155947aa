import type { Track } from '../api/types.ts'
import { inGroups } from '../ui/format.ts'
import { Deadline } from '../ui/Light.tsx'
import { t } from '../ui/t.ts'

/** Where it is now: one sentence, the state, the date, the number. */
export const ProgressView = ({ m }: { m: Track }) => (
  <>
    <p className="holding">{m.holding}</p>
    <dl className="pairs">
      <div>
        <dt>{t('matter.status')}</dt>
        <dd>{m.statusText}</dd>
      </div>
      {m.light !== 'done' && (m.dueAt || m.light === 'stopped') && (
        <div>
          <dt>{t('matter.by')}</dt>
          <dd>
            <Deadline {...m} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('matter.number')}</dt>
        <dd>{inGroups(m.number)}</dd>
      </div>
    </dl>
  </>
)
