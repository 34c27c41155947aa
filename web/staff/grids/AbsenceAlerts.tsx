import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import { Link } from '../link.ts'
import { useAbsences } from './Absences.tsx'

/** Grids with nobody in them: on the pages where people begin who must see to it. Nothing where all is well. */
export function AbsenceAlerts() {
  const watches = useDuties().has('grid-head', 'supervisor', 'dispatcher', 'leader')
  const alerts = useAbsences(watches).data?.filter((a) => a.alert) ?? []
  if (!alerts.length) return null
  return (
    <Part title={t('absences.alert', { n: alerts.length })}>
      <div className="panel">
        <ul>
          {alerts.map((a) => (
            <li key={a.id}>
              {t('absences.alert.line', { name: a.name, grid: a.grid, from: day(a.from), to: day(a.to) })}
            </li>
          ))}
        </ul>
        <p>
          <Link to="/desk/absences">{t('absences.title')}</Link>
        </p>
      </div>
    </Part>
  )
}
