import { sql } from 'kysely'
import { Type as T } from 'typebox'
import { visible } from '../case/store.ts'
import { act } from '../platform/act.ts'
import type { Tx } from '../platform/db.ts'
import { disposition, hashOf, keepBytes, readBytes } from '../platform/files.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { newId } from '../platform/id.ts'
import { badInput, notFound, Refusal } from '../platform/refusal.ts'
import { cleanName, judge, overQuota } from './rules.ts'

export default function fileRoutes(app: App, house: House) {
  app.post(
    '/api/files',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '上传文件',
        description: 'Takes one picture or PDF of at most 10 MB; judged by its bytes, stripped of position data.',
        consumes: ['multipart/form-data'],
        response: { 200: T.Object({ id: T.String(), name: T.String(), mime: T.String(), bytes: T.Integer() }) },
      },
    },
    async (req) => {
      if (!req.isMultipart()) throw new Refusal(415, 'not-a-form', '请以表单（multipart/form-data）上传“文件”', 'file')
      const part = await req.file()
      if (!part) throw badInput([{ field: 'file', message: '请选择“文件”' }])
      const bytes = await part.toBuffer()
      const judged = judge(bytes)
      if (typeof judged === 'string') throw badInput([{ field: 'file', message: `“文件”${judged}` }])
      const name = cleanName(part.filename, judged.kind)
      // The same key with other bytes is another question, which its length and type alone would not show.
      const command = { ...commandOf(req), fingerprint: `${hashOf(bytes)} ${name}` }
      return act(house, command, async ({ tx, actor, at, record, last }) => {
        const why = overQuota(await uploadedToday(tx, house.district, actor.account, at), judged.bytes.length)
        if (why) throw new Refusal(429, 'quota', why, 'file')
        const file = { id: newId(), name, mime: judged.kind, bytes: judged.bytes.length }
        const sha256 = await keepBytes(house.dataDir, judged.bytes)
        last(
          tx
            .insertInto('file')
            .values({ ...file, district: house.district, sha256, created_by: actor.account, created_at: at })
            .execute(),
        )
        record({ as: null, verb: 'file.uploaded', data: { file: file.id, sha256 } })
        return file
      })
    },
  )

  app.get(
    '/api/files/:id',
    {
      config: { allow: 'signed-in' },
      schema: {
        summary: '取文件',
        description: 'The bytes, for whoever uploaded them or may see a case that carries them.',
        params: T.Object({ id: T.String({ title: '文件', format: 'uuid' }) }),
      },
    },
    async (req, reply) => {
      const actor = caller(req)
      const { id } = req.params
      // A paper's bytes are read through its own door, which logs every print.
      const { rows } = await sql<{ name: string; mime: string; sha256: string }>`
      select f.name, f.mime, f.sha256 from file f where f.district = ${house.district} and f.id = ${id}
        and not exists (select from paper_file p where p.district = f.district and p.file_id = f.id) and (
        f.created_by = ${actor.account} or exists (select from case_material m join cases c on c.district = m.district and c.id = m.case_id
          where m.district = ${house.district} and m.file_ids @> array[${id}::uuid] and ${visible(actor)}))`.execute(
        house.db,
      )
      const file = rows[0]
      if (!file) throw notFound('没有这个文件')
      return reply
        .type(file.mime)
        .header('content-disposition', disposition('attachment', file.name))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(await readBytes(house.dataDir, file.sha256))
    },
  )
}

/** What this account uploaded in the last 24 hours. Its row stays locked, so that uploads sent all at once are counted one by one. */
async function uploadedToday(tx: Tx, district: string, account: string, at: Date) {
  await sql`select from account where district = ${district} and id = ${account} for no key update`.execute(tx)
  const { rows } = await sql<{ files: number; bytes: number }>`
    select count(*)::int as files, coalesce(sum(f.bytes), 0)::bigint as bytes from file f
     where f.district = ${district} and f.created_by = ${account} and f.created_at > ${new Date(at.getTime() - 86_400_000)}
       and not exists (select from paper_file p where p.district = f.district and p.file_id = f.id)`.execute(tx)
  return rows[0] ?? { files: 0, bytes: 0 }
}
