import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { change, read } from '../../api/client.ts'
import type { Question } from '../../ui/form/schema.ts'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { TableScroll } from '../../ui/TableScroll.tsx'
import { t } from '../../ui/t.ts'
import { Link } from '../link.ts'
import { Shell } from '../Shell.tsx'
import { ActForm, among } from './ActForm.tsx'
import { shiftWords, useCommunities, useGrids, useToday, useWorkers } from './data.ts'

type Chosen = { post: string; act: 'change' | 'end' } | { post: ''; act: 'appoint' } | null

const shifts = (): Question =>
  among(
    t('posts.shift'),
    ['A', 'B'].map((id) => ({ id, name: t(`grids.shift.${id}`) })),
    t('posts.shift.hint'),
  )
const share = (): Question => ({ type: 'integer', title: t('posts.share'), description: t('posts.share.hint') })
const from = (): Question => ({ type: 'string', format: 'date', title: t('posts.from') })
const phone = (): Question => ({
  type: 'string',
  title: t('posts.phone'),
  description: t('posts.phone.hint'),
  format: 'cn-phone',
})

/** Who walks which grid, as A or B post and with how much of their time; changed by the head, and how it was stays known (2.6). */
export function Posts() {
  const today = useToday()
  const workers = useWorkers()
  const [chosen, choose] = useState<Chosen>(null)
  const post = workers.data?.find((w) => w.post === chosen?.post)
  return (
    <Shell title={t('posts.title')}>
      <p>{t('posts.hint')}</p>
      {workers.error ? (
        <Trouble error={workers.error} retry={workers.refetch} />
      ) : !workers.data ? (
        <Loading />
      ) : !workers.data.length ? (
        <Empty>
          <p>{t('posts.none')}</p>
        </Empty>
      ) : (
        <TableScroll label={t('posts.title')}>
          <table className="table">
            <thead>
              <tr>
                {['who', 'grid', 'shift', 'phone', 'since', 'do'].map((c) => (
                  <th key={c} scope="col">
                    {t(`posts.${c}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {workers.data.map((w) => (
                <tr key={w.post}>
                  <th scope="row">{w.name}</th>
                  <td>
                    <Link to="/desk/grids/$id" params={{ id: w.grid }}>
                      {w.gridName}
                    </Link>
                  </td>
                  <td>{shiftWords(w.shift, w.share)}</td>
                  <td>{w.phone}</td>
                  <td>{w.since}</td>
                  <td>
                    <div className="actions">
                      {(['change', 'end'] as const).map((act) => (
                        <button key={act} type="button" onClick={() => choose({ post: w.post, act })}>
                          {t(`posts.${act}`)}
                          <span className="visually-hidden">{t('posts.of', { name: w.name, grid: w.gridName })}</span>
                        </button>
                      ))}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <div className="actions">
        <button type="button" onClick={() => choose({ post: '', act: 'appoint' })}>
          {t('posts.appoint')}
        </button>
      </div>
      {chosen?.act === 'appoint' && <Appoint today={today} />}
      {post && chosen?.act === 'change' && (
        <ActForm
          key={post.post}
          title={t('posts.change.of', { name: post.name, grid: post.gridName })}
          label={t('posts.change.do')}
          initial={{ shift: post.shift ?? 'B', share: String(post.share ?? ''), phone: post.phone ?? '', from: today }}
          asks={[
            { name: 'shift', q: shifts() },
            { name: 'share', q: share() },
            { name: 'from', q: from() },
            { name: 'phone', q: phone(), required: false },
          ]}
          send={(given, key) =>
            change('PUT', '/api/posts/{id}', {
              path: { id: post.post },
              key,
              body: given as { shift: 'A' | 'B'; share: number; from: string; phone?: string },
            })
          }
          done={() => t('posts.done')}
        />
      )}
      {post && chosen?.act === 'end' && (
        <ActForm
          key={`${post.post} end`}
          title={t('posts.end.of', { name: post.name, grid: post.gridName })}
          label={t('posts.end.do')}
          initial={{ on: today }}
          asks={[
            { name: 'on', q: { type: 'string', format: 'date', title: t('posts.on') } },
            { name: 'why', q: { type: 'string', title: t('posts.why') } },
          ]}
          send={(given, key) =>
            change('POST', '/api/posts/{id}/end', {
              path: { id: post.post },
              key,
              body: given as { on: string; why: string },
            })
          }
          done={() => t('posts.done')}
        />
      )}
    </Shell>
  )
}

function Appoint({ today }: { today: string }) {
  const community = useCommunities().data?.[0]?.id
  const grids = useGrids(community).data ?? []
  const staff = useQuery({ queryKey: ['post-staff'], queryFn: ({ signal }) => read('/api/posts/staff', {}, signal) })
  const people = (staff.data ?? []).map((s) => ({ id: s.account, name: t('posts.busy', { name: s.name, n: s.share }) }))
  return (
    <ActForm
      title={t('posts.appoint')}
      label={t('posts.appoint.do')}
      initial={{ shift: 'B', share: '100', from: today }}
      asks={[
        { name: 'account', q: among(t('posts.who'), people) },
        { name: 'grid', q: among(t('posts.grid'), grids) },
        { name: 'shift', q: shifts() },
        { name: 'share', q: share() },
        { name: 'from', q: from() },
        { name: 'phone', q: phone(), required: false },
      ]}
      send={(given, key) =>
        change('POST', '/api/posts', {
          key,
          body: given as {
            account: string
            grid: string
            shift: 'A' | 'B'
            share: number
            from: string
            phone?: string
          },
        })
      }
      done={() => t('posts.done')}
    />
  )
}
