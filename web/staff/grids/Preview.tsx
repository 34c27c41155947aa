import type { Answer } from '../../api/contract.ts'
import { Part } from '../../ui/Page.tsx'
import { type Geometry, Shape } from '../../ui/Shape.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'

/** What the division would make, before it is made. */
export function Preview({ grids }: { grids: Answer<'post', '/api/grids/divisions/preview'> }) {
  const drawn = grids.flatMap((g, i) =>
    g.boundary ? [{ id: g.code, label: String(i + 1), part: i, geometry: g.boundary as Geometry }] : [],
  )
  return (
    <Part title={t('divide.preview')}>
      <TableScroll label={t('grids.table', { of: t('divide.preview') })}>
        <table className="table">
          <thead>
            <tr>
              {['name', 'code-head', 'count', 'homes', 'people', 'shape'].map((c) => (
                <th key={c} scope="col">
                  {t(`divide.${c}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grids.map((g, i) => (
              <tr key={g.code}>
                <th scope="row">{t('divide.numbered', { n: i + 1, name: g.name })}</th>
                <td>{g.code}</td>
                <td>{g.buildings}</td>
                <td>{g.homes}</td>
                <td>{g.people}</td>
                <td>{t(g.boundary ? 'divide.shape.yes' : 'divide.shape.no')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <Shape pieces={drawn} title={t('divide.preview')}>
        {t('divide.preview.hint')}
      </Shape>
    </Part>
  )
}
