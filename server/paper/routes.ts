import { sql } from 'kysely'
import { Type as T } from 'typebox'
import { visible } from '../case/store.ts'
import { act } from '../platform/act.ts'
import { keepBytes, readBytes } from '../platform/files.ts'
import type { House } from '../platform/house.ts'
import { type App, caller } from '../platform/http.ts'
import { newId } from '../platform/id.ts'
import { notFound } from '../platform/refusal.ts'
import type { PaperBody } from './actions.ts'
import { render } from './render.ts'

type Row = { id: string; case_id: string; body: PaperBody; number: string; issued_at: Date; sha256: string | null }

export default function paperRoutes(app: App, house: House) {
  app.get(
    '/api/papers/:file',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '文书',
        description:
          'A statutory paper as PDF, for whoever may see its case; every print is logged and byte for byte the same.',
        params: T.Object({
          file: T.String({ title: '文书', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.pdf$' }),
        }),
      },
    },
    async (req, reply) => {
      const actor = caller(req)
      const id = req.params.file.slice(0, 36)
      const { rows } = await sql<Row>`
      select p.id, p.case_id, p.body, p.number, p.issued_at, f.sha256 from paper p
      join cases c on c.district = p.district and c.id = p.case_id
      left join paper_file pf on pf.district = p.district and pf.paper_id = p.id
      left join file f on f.district = pf.district and f.id = pf.file_id
      where p.district = ${house.district} and p.id = ${id} and ${visible(actor)}`.execute(house.db)
      const paper = rows[0]
      if (!paper) throw notFound('没有这份文书')
      const bytes = paper.sha256
        ? await readBytes(house.dataDir, paper.sha256)
        : await render({ body: paper.body, number: paper.number, issuedAt: paper.issued_at })
      const sha256 = paper.sha256 ?? (await keepBytes(house.dataDir, bytes))
      await act(house, actor, async ({ tx, at, record }) => {
        if (!paper.sha256) {
          const file = newId()
          await tx
            .insertInto('file')
            .values({
              district: house.district,
              id: file,
              sha256,
              name: `${paper.body.title}${paper.number}.pdf`,
              mime: 'application/pdf',
              bytes: bytes.length,
              created_by: actor.account,
              created_at: at,
            })
            .execute()
          // Two first prints at once made the same bytes: the earlier row stands.
          await sql`insert into paper_file (district, paper_id, file_id) values (${house.district}, ${id}, ${file}) on conflict do nothing`.execute(
            tx,
          )
        }
        record({
          as: actor.posts[0] ?? null,
          verb: 'paper.printed',
          caseId: paper.case_id,
          data: { paper: id, title: paper.body.title },
        })
      })
      return reply
        .type('application/pdf')
        .header(
          'content-disposition',
          `inline; filename*=UTF-8''${encodeURIComponent(`${paper.body.title}${paper.number}.pdf`)}`,
        )
        .send(bytes)
    },
  )
}
