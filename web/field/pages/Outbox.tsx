import { useQuery } from '@tanstack/react-query'
import { read } from '../../api/client.ts'
import { moment, timeOfDay } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Empty } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Frame } from '../Frame.tsx'
import { Link } from '../link.ts'
import { exportSealed } from '../outbox/export.ts'
import { boxNow, type Item, sendNow, serverNow } from '../phone.ts'
import { usePhone } from '../usePhone.ts'

/** What has not reached the office yet, one line a record; and what has, to compare. */
export function Outbox() {
  const { items, online } = usePhone()
  const waiting = items.some((x) => x.row.state === 'waiting')
  return (
    <Frame title={t('field.outbox')}>
      {items.length ? (
        <>
          <Lines items={items} />
          <div className="actions">
            {waiting && (
              <button type="button" className="main" onClick={() => void sendNow()} aria-disabled={!online}>
                {t('field.retry')}
              </button>
            )}
            <button
              type="button"
              onClick={async () => {
                const box = boxNow()
                if (box) saveFile(await exportSealed(box))
              }}
            >
              {t('field.export')}
            </button>
          </div>
          <p className="soft small">{t('field.export-hint')}</p>
        </>
      ) : (
        <Empty>
          <p>{t('field.outbox-empty')}</p>
        </Empty>
      )}
      <Arrived />
    </Frame>
  )
}

export function Lines({ items }: { items: Item[] }) {
  return (
    <ul className="rows">
      {items.map((item) => (
        <li key={item.row.id}>
          <Link to={`/field/outbox/${item.row.id}`} className="row-link field-task">
            <strong>{titleOf(item)}</strong>
            <span className="due">
              <StateOf item={item} />
            </span>
            <span className="soft">
              {[item.draft?.where, item.draft && moment(captured(item.draft)), sizeOf(item.row.bytes)]
                .filter(Boolean)
                .join(t('field.between'))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
/** When it was taken down, by the district's clock. */
export const captured = ({ occurredAt, skewMs }: { occurredAt: string; skewMs: number }) =>
  new Date(Date.parse(occurredAt) - skewMs).toISOString()
export const titleOf = ({ draft }: Item) =>
  draft
    ? draft.title === t(`field.kind.${draft.kind}`)
      ? draft.title
      : t('field.line', { kind: t(`field.kind.${draft.kind}`), title: draft.title })
    : t('field.closed')
export const sizeOf = (bytes: number) =>
  bytes < 1_000_000
    ? t('field.kb', { n: Math.max(1, Math.round(bytes / 1000)) })
    : t('field.mb', { n: (bytes / 1_000_000).toFixed(1) })

export function StateOf({ item: { row } }: { item: Item }) {
  const { flying, items } = usePhone()
  if (row.state !== 'waiting') return t(row.state === 'conflict' ? 'field.state-conflict' : 'field.state-refused')
  if (flying.has(row.id)) return t('field.state-sending')
  const held = items.some((x) => x.row.chain === row.chain && x.row.n < row.n && x.row.state !== 'waiting')
  if (held) return t('field.state-held')
  return row.nextAt > Date.now()
    ? t('field.state-later', { at: timeOfDay(new Date(row.nextAt - Date.now() + serverNow()).toISOString()) })
    : t('field.state-waiting')
}

function Arrived() {
  const { online, lastSync, owner } = usePhone()
  const { data } = useQuery({
    queryKey: ['arrived', owner?.account, lastSync],
    enabled: online && owner !== null,
    queryFn: ({ signal }) => read('/api/field/entries', {}, signal),
  })
  if (!data?.length) return null
  return (
    <Part title={t('field.arrived')}>
      <ul className="rows">
        {data.slice(0, 20).map((e) => (
          <li key={e.id} className="row-link">
            <span>
              {t(`field.kind.${e.kind}`)} {e.text}
            </span>
            <span className="soft small">{t('field.arrived-at', { at: moment(e.receivedAt) })}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

export function saveFile(text: string | null) {
  if (!text) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = 'linli-field-outbox.json'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
