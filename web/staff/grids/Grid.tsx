import { useParams } from '@tanstack/react-router'
import { day } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { type Geometry, Shape } from '../../ui/Shape.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { type GridFile, shiftWords, useGridFile, workersWords } from './data.ts'

/** One grid: who walks it, what stands in it, what it was before, and what hangs on its wall. */
export function Grid() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useGridFile(id)
  return (
    <Shell title={data?.name ?? t('grids.file')}>
      {error ? (
        <Trouble error={error} retry={refetch} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          {data.to && (
            <div className="panel">
              <p>{t('grids.ended', { to: day(data.to) })}</p>
              <Links of={data.successors} />
            </div>
          )}
          <div className="columns">
            <div className="stack">
              <Summary g={data} />
              <Walkers g={data} />
            </div>
            <Notice g={data} />
          </div>
          <Buildings g={data} />
          <History g={data} />
        </>
      )}
    </Shell>
  )
}

function Summary({ g }: { g: GridFile }) {
  const pairs: [string, string | number | null | undefined][] = [
    ['code', g.code],
    ['community', g.communityName],
    ['from', day(g.from)],
    ...(g.counts
      ? ([
          ['registered', g.counts.registered],
          ['present', g.counts.present],
          ['usual', g.counts.usual],
        ] as [string, number][])
      : []),
  ]
  return (
    <Part title={t('grids.facts')}>
      <dl className="pairs">
        {pairs.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`grids.${name}`)}</dt>
            <dd>{value ?? t('grids.unknown')}</dd>
          </div>
        ))}
      </dl>
      {g.counts && <p className="hint">{t('grids.counts-of', { day: day(g.counts.day) })}</p>}
      {g.counts && g.counts.least > 1 && <p className="hint">{t('grids.rounded', { n: g.counts.least })}</p>}
    </Part>
  )
}

function Walkers({ g }: { g: GridFile }) {
  return (
    <Part title={t('grids.walkers')}>
      {!g.workers.length ? (
        <Empty>
          <p>{t('grids.nobody.hint')}</p>
        </Empty>
      ) : (
        <dl className="pairs">
          {g.workers.map((w) => (
            <div key={w.account}>
              <dt>{shiftWords(w.shift, w.share) || t('grids.worker')}</dt>
              <dd>{[workersWords([w]), w.phone].filter(Boolean).join(' ')}</dd>
            </div>
          ))}
        </dl>
      )}
      {g.past.length > 0 && (
        <details className="clock">
          <summary>{t('grids.past')}</summary>
          <ul>
            {g.past.map((p) => (
              <li key={`${p.name} ${p.from}`}>
                {t('grids.past.line', {
                  name: p.name,
                  shift: shiftWords(p.shift, p.share),
                  from: day(p.from),
                  to: day(p.to),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Part>
  )
}

function Notice({ g }: { g: GridFile }) {
  return (
    <Part title={t('grids.notice')}>
      {g.boundary ? (
        <Shape pieces={[{ id: g.id, geometry: g.boundary as Geometry }]} title={t('grids.shape', { name: g.name })} />
      ) : (
        <Empty>
          <p>{t('grids.no-shape')}</p>
        </Empty>
      )}
      <p>{t('grids.notice.hint')}</p>
      <div className="actions">
        <a className="button" href={`/grid/${g.id}`}>
          {t('grids.notice.see')}
        </a>
        <a className="button" href={`/api/grids/${g.id}/notice.pdf`}>
          {t('grids.notice.print')}
        </a>
      </div>
    </Part>
  )
}

function Buildings({ g }: { g: GridFile }) {
  const looks = useDuties().has('clerk', 'grid-worker', 'grid-head', 'data-manager')
  return (
    <Part title={t('grids.buildings', { n: g.buildings.length })}>
      {!g.buildings.length ? (
        <Empty>
          <p>{t('grids.buildings.none')}</p>
        </Empty>
      ) : (
        <ul className="building-list">
          {g.buildings.map((b) => (
            <li key={b.id}>
              {looks ? (
                <Link to="/desk/buildings/$id" params={{ id: b.id }}>
                  {b.name}
                </Link>
              ) : (
                b.name
              )}
              <span className="soft">
                {[
                  b.doors === null ? '' : t('grids.doors', { n: b.doors }),
                  b.people === null ? '' : t('grids.people', { n: b.people }),
                ]
                  .filter(Boolean)
                  .join(t('home.comma'))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

const Links = ({ of }: { of: { id: string; name: string; at: string }[] }) => (
  <ul>
    {of.map((s) => (
      <li key={s.id}>
        <Link to="/desk/grids/$id" params={{ id: s.id }}>
          {s.name}
        </Link>
      </li>
    ))}
  </ul>
)

function History({ g }: { g: GridFile }) {
  return (
    <Part title={t('grids.history')}>
      <ol className="events">
        {g.predecessors.length > 0 && (
          <li>
            <span>{t('grids.came', { at: day(g.predecessors[0]?.at ?? '') })}</span>
            <Links of={g.predecessors} />
          </li>
        )}
        {g.history.map((h) => (
          <li key={h.from}>
            <span>
              {t(h.to ? 'grids.period' : 'grids.period.now', { from: day(h.from), to: h.to ? day(h.to) : '' })}
            </span>
            <span>{t('grids.period.words', { name: h.name, code: h.code ?? t('grids.unknown') })}</span>
          </li>
        ))}
        {g.successors.length > 0 && (
          <li>
            <span>{t('grids.went', { at: day(g.successors[0]?.at ?? '') })}</span>
            <Links of={g.successors} />
          </li>
        )}
      </ol>
    </Part>
  )
}
