import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ItemRow } from '../../api/types.ts'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, NoMatch, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { itemsQuery } from '../data.ts'
import { SearchBox } from '../SearchBox.tsx'
import { Back, Shell } from '../Shell.tsx'

export function Items() {
  const where = useSearch({ from: '/items' })
  const go = useNavigate()
  const { data, error, refetch } = useQuery(itemsQuery(where))
  return (
    <Shell title={where.q ? t('items.of', { q: where.q }) : t('items.title')} back={<Back to="/" />}>
      <SearchBox key={where.q ?? ''} q={where.q} />
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : data.length === 0 ? (
        where.q || where.line ? (
          <NoMatch clear={() => go({ to: '/items', search: {} })}>
            <p>
              <strong>{t('items.none', { q: where.q ?? t(`line.${where.line}`) })}</strong>
            </p>
            <p>{t('items.none.hint')}</p>
          </NoMatch>
        ) : (
          <Empty>
            <p>{t('items.empty')}</p>
          </Empty>
        )
      ) : where.q ? (
        <>
          <p role="status">{t('items.results', { n: data.length })}</p>
          <ItemList items={data} />
        </>
      ) : (
        [...new Set(data.map((i) => i.line))].map((line) => (
          <Part key={line} title={t(`line.${line}`)}>
            <ItemList items={data.filter((i) => i.line === line)} />
          </Part>
        ))
      )}
    </Shell>
  )
}

const ItemList = ({ items }: { items: ItemRow[] }) => (
  <ul className="rows">
    {items.map((i) => (
      <li key={i.id}>
        <Link className="row-link" to="/items/$item" params={{ item: i.id }}>
          <strong>{i.name}</strong>
          <span>{i.summary}</span>
        </Link>
      </li>
    ))}
  </ul>
)
