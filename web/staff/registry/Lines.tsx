import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'

type Line = {
  id: string
  name: string
  sex: string | null
  age: number | null
  how: string[]
  relation: string | null
}

/** People of a door or a household, each leading to their file. */
export function Lines({ people }: { people: Line[] }) {
  return (
    <div className="table-scroll">
      <table className="table rows-table">
        <thead>
          <tr>
            {['name', 'sex', 'relation', 'how'].map((c) => (
              <th key={c} scope="col">
                {t(`registry.col.${c}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((p) => (
            <tr key={p.id}>
              <td>
                <Link to="/desk/residents/$id" params={{ id: p.id }}>
                  {p.name}
                </Link>
              </td>
              <td>
                {p.sex && t(`registry.sex.${p.sex}`)} {p.age !== null && t('registry.age', { n: p.age })}
              </td>
              <td {...(p.relation && { 'data-label': t('registry.col.relation') })}>{p.relation}</td>
              <td data-label={t('registry.col.how')}>
                {p.how.map((k) => t(`registry.how.${k}`)).join(t('home.comma'))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
