import { useId, useState } from 'react'
import { change } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'
import { ActForm, among } from './ActForm.tsx'
import { useToday } from './data.ts'

type Absence = Answer<'get', '/api/absences'>[number]

/** Back earlier, away longer, somebody found who stands in; one that has not begun can be cancelled. */
export function AbsenceChange({ rows, people }: { rows: Absence[]; people: { id: string; name: string }[] }) {
  const id = useId()
  const today = useToday()
  const [chosen, setChosen] = useState('')
  const a = rows.find((r) => r.id === chosen)
  if (!rows.length) return null
  return (
    <Part title={t('absences.change')}>
      <div className="field">
        <label htmlFor={id}>{t('absences.change.which')}</label>
        <select id={id} value={a ? chosen : ''} onChange={(e) => setChosen(e.target.value)}>
          <option value="">{t('divide.choose')}</option>
          {rows.map((r) => (
            <option key={r.id} value={r.id}>
              {t('absences.change.one', { name: r.name, from: day(r.from), to: day(r.to) })}
            </option>
          ))}
        </select>
      </div>
      {a && (
        <ActForm
          key={`${a.id} ${a.to} ${a.standsIn}`}
          title={t('absences.change.of', { name: a.name })}
          label={t('absences.change.do')}
          initial={{ to: a.to, ...(a.standsIn && { substitute: a.standsIn }) }}
          asks={[
            { name: 'to', q: { type: 'string', format: 'date', title: t('absences.to') } },
            {
              name: 'substitute',
              q: among(
                t('absences.substitute'),
                people.filter((p) => p.id !== a.account),
                t('absences.substitute.hint'),
              ),
              required: false,
            },
          ]}
          send={(given, key) =>
            change('PUT', '/api/absences/{id}', {
              key,
              path: { id: a.id },
              body: given as { to: string; substitute?: string },
            })
          }
          done={() => t('absences.changed')}
          after={() => setChosen('')}
        />
      )}
      {a && a.from > today && (
        <ActForm
          title={t('absences.cancel')}
          label={t('absences.cancel.do')}
          asks={[{ name: 'why', q: { type: 'string', title: t('absences.cancel.why') } }]}
          send={(given, key) =>
            change('POST', '/api/absences/{id}/cancel', { key, path: { id: a.id }, body: given as { why: string } })
          }
          done={() => t('absences.cancelled')}
          after={() => setChosen('')}
        />
      )}
    </Part>
  )
}
