import { sql } from 'kysely'
import { Type as T } from 'typebox'
import { visible } from '../case/store.ts'
import { act } from '../platform/act.ts'
import type { Tx } from '../platform/db.ts'
import { hashOf, keepBytes, readBytes } from '../platform/files.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { newId } from '../platform/id.ts'
import { badInput, notFound, Refusal } from '../platform/refusal.ts'
import { badUpload, cleanName, type Kind, perDay, sniff, withoutMetadata } from './rules.ts'

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
      const why = badUpload(bytes)
      if (why) throw badInput([{ field: 'file', message: `“文件”${why}` }])
      const kind = sniff(bytes) as Kind
      const kept = withoutMetadata(kind, bytes)
      // The same key with other bytes is another question, which its length and type alone would not show.
      const command = { ...commandOf(req), fingerprint: `${hashOf(bytes)} ${req.url}` }
      const sha256 = await keepBytes(house.dataDir, kept)
      return act(house, command, async ({ tx, actor, at, record, last }) => {
        await withinQuota(tx, house.district, actor.account, at, kept.length)
        const file = { id: newId(), name: cleanName(part.filename, kind), mime: kind, bytes: kept.length }
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
      const { rows } = await sql<{ name: string; mime: string; sha256: string }>`
      select f.name, f.mime, f.sha256 from file f where f.district = ${house.district} and f.id = ${id} and (
        f.created_by = ${actor.account} or exists (select from case_material m join cases c on c.district = m.district and c.id = m.case_id
          where m.district = ${house.district} and m.file_ids @> array[${id}::uuid] and ${visible(actor)}))`.execute(
        house.db,
      )
      const file = rows[0]
      if (!file) throw notFound('没有这个文件')
      return reply
        .type(file.mime)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(await readBytes(house.dataDir, file.sha256))
    },
  )
}

async function withinQuota(tx: Tx, district: string, account: string, at: Date, bytes: number) {
  const { rows } = await sql<{
    n: number
    sum: number
  }>`select count(*)::int as n, coalesce(sum(bytes), 0)::bigint as sum from file
    where district = ${district} and created_by = ${account} and created_at > ${new Date(at.getTime() - 86_400_000)}`.execute(
    tx,
  )
  const { n, sum } = rows[0] ?? { n: 0, sum: 0 }
  if (n >= perDay.files || sum + bytes > perDay.bytes)
    throw new Refusal(429, 'quota', '今天上传的文件太多了，请明天再传或带到窗口', 'file')
}
