import { sql } from 'kysely'
import { Type as T } from 'typebox'
import { visible } from '../case/store.ts'
import { act } from '../platform/act.ts'
import { postAs } from '../platform/auth.ts'
import { disposition, keepBytes, readBytes } from '../platform/files.ts'
import type { House } from '../platform/house.ts'
import { type App, caller } from '../platform/http.ts'
import { newId } from '../platform/id.ts'
import { notFound } from '../platform/refusal.ts'
import type { PaperBody } from './actions.ts'
import { render } from './render.ts'

type Row = {
  case_id: string
  body: PaperBody
  number: string
  seal_unit: string
  version: number
  issued_at: Date
  voided_at: Date | null
  sha256: string | null
}

export default function paperRoutes(app: App, house: House) {
  app.get(
    '/api/papers/:file',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '文书',
        description:
          'A statutory paper as PDF, for whoever may see its case; every print is logged and byte for byte the same, until it is declared void.',
        params: T.Object({
          file: T.String({ title: '文书', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.pdf$' }),
        }),
      },
    },
    async (req, reply) => {
      const actor = caller(req)
      const id = req.params.file.slice(0, 36)
      const { rows } = await sql<Row>`
      select p.case_id, p.body, p.seal_unit, p.number, p.version, p.issued_at, v.at as voided_at, f.sha256 from paper p
      join cases c on c.district = p.district and c.id = p.case_id
      left join paper_void v on v.district = p.district and v.paper_id = p.id
      left join paper_file pf on pf.district = p.district and pf.paper_id = p.id
      left join file f on f.district = pf.district and f.id = pf.file_id
      where p.district = ${house.district} and p.id = ${id} and ${visible(actor)}`.execute(house.db)
      const paper = rows[0]
      if (!paper) throw notFound('没有这份文书')
      const name = `${paper.body.title}${paper.number}.pdf`
      // The bytes first printed are kept; a void paper's prints say that it is void, and are made anew.
      const kept = paper.voided_at ? null : paper.sha256
      const bytes = kept
        ? await readBytes(house.dataDir, kept)
        : await render({ ...paper, issuedAt: paper.issued_at, voidedAt: paper.voided_at })
      const sha256 = kept || paper.voided_at ? null : await keepBytes(house.dataDir, bytes)
      await act(house, actor, async ({ tx, at, record }) => {
        if (sha256) {
          // Two first prints at once made the same bytes: the earlier row stands.
          const file = newId()
          await sql`with f as (insert into file (district, id, sha256, name, mime, bytes, created_by, created_at)
              values (${house.district}, ${file}, ${sha256}, ${name}, 'application/pdf', ${bytes.length}, ${actor.account}, ${at})
              returning district, id)
            insert into paper_file (district, paper_id, file_id) select district, ${id}, id from f on conflict do nothing`.execute(
            tx,
          )
        }
        record({
          as: postAs(actor, (p) => p.unit === paper.seal_unit) ?? postAs(actor, () => true),
          verb: 'paper.printed',
          caseId: paper.case_id,
          data: { paper: id, title: paper.body.title },
        })
      })
      return reply.type('application/pdf').header('content-disposition', disposition('inline', name)).send(bytes)
    },
  )
}
