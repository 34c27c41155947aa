import { Type as T } from 'typebox'
import writeXlsxFile from 'write-excel-file/node'
import { disposition } from '../platform/files.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf, mebibyte } from '../platform/http.ts'
import { maskNumbers } from '../platform/numbers.ts'
import { badInput, notFound, Refusal } from '../platform/refusal.ts'
import { choice, maybe } from '../platform/schema.ts'
import { cancel, startCheck, startImport, suggestedFor, tookFaults, upload } from './actions.ts'
import { soon } from './keep.ts'
import { columnsOf, kinds, type SheetKind, titleOf } from './kinds.ts'
import { faultsOf } from './outside.ts'
import { Job, Kinds, Listed, listed, shown, toldKind } from './shape.ts'
import { columnsFor, importDuties, kindsFor, mayImport } from './sheets.ts'
import { firstFaults, jobs } from './store.ts'

const allow = importDuties
const bare = { additionalProperties: false }
const Id = T.Object({ id: T.String({ title: '导入', format: 'uuid' }) })
const mostBytes = 128 * mebibyte
const Mapping = T.Record(T.String({ maxLength: 40 }), T.Integer({ minimum: 0, maximum: 100 }), {
  title: '列对应',
  maxProperties: 100,
})
const Moved = T.Object({ id: T.String(), state: T.String() })

export default function importRoutes(app: App, house: House) {
  app.get(
    '/api/imports',
    {
      config: { allow },
      schema: {
        tags: ['import'],
        summary: '导入记录',
        description: 'The latest fifty spreadsheets on their way in, and the columns each kind may have.',
        response: {
          200: T.Object({ jobs: T.Array(Listed), kinds: Kinds }),
        },
      },
    },
    async (req) => {
      const actor = caller(req)
      const [all, mine] = await Promise.all([jobs(house), kindsFor(house, actor)])
      const may = await Promise.all(all.map((j) => mayImport(house, actor, j.kind, j.by)))
      return { jobs: all.filter((_, i) => may[i]).map(listed), kinds: mine.map(toldKind) }
    },
  )

  app.get(
    '/api/imports/templates/:kind',
    {
      config: { allow: ['data-manager'] },
      schema: {
        tags: ['import'],
        summary: '导入模板',
        description:
          'An xlsx file with the headings of one kind and one made-up line; identity numbers are text there.',
        params: T.Object({ kind: choice(kinds, { title: '类别' }) }),
      },
    },
    async (req, reply) => {
      const columns = columnsOf[req.params.kind]
      const row = (values: string[]) =>
        values.map((value) => ({ value, type: String as StringConstructor, format: '@' }))
      const bytes = await writeXlsxFile([
        row(columns.map((c) => c.title)),
        row(columns.map((c) => c.example)),
      ] as never).toBuffer()
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', disposition('attachment', `${titleOf[req.params.kind]}导入模板.xlsx`))
        .send(bytes)
    },
  )

  app.post(
    '/api/imports',
    {
      config: { allow },
      schema: {
        tags: ['import'],
        summary: '上传表格',
        description:
          'Takes one xlsx or csv file of at most 128 MiB (field file, after the field kind); nothing is imported yet.',
        consumes: ['multipart/form-data'],
        response: {
          200: T.Object({ id: T.String(), headings: T.Array(T.String()), mapping: T.Record(T.String(), T.Integer()) }),
        },
      },
    },
    async (req) => {
      if (!req.isMultipart()) throw new Refusal(415, 'not-a-form', '请以表单（multipart/form-data）上传“文件”', 'file')
      const part = await req.file({ limits: { fileSize: mostBytes } })
      if (!part) throw badInput([{ field: 'file', message: '请选择“文件”' }])
      const kind = (part.fields.kind as { value?: string } | undefined)?.value as SheetKind
      const mine = await kindsFor(house, caller(req))
      if (!mine.some((k) => k.kind === kind)) throw badInput([{ field: 'kind', message: '请选择“类别”' }])
      const name = maskNumbers(part.filename.replace(/[\p{Cc}\p{Bidi_Control}\\/]/gu, '').slice(-100)) || 'table'
      async function* chunks(stream: AsyncIterable<Buffer>) {
        yield* stream
        if (part?.file.truncated) throw badInput([{ field: 'file', message: '“文件”太大，最大 128 MB' }])
      }
      return upload(house, commandOf(req), { kind, name, chunks: chunks(part.file) })
    },
  )

  app.get(
    '/api/imports/:id',
    {
      config: { allow },
      schema: {
        tags: ['import'],
        summary: '一次导入',
        description: 'How far it is, and the first hundred faults, by line.',
        params: Id,
        response: {
          200: T.Object({
            ...Job.properties,
            own: T.Boolean({ description: 'Whether the caller uploaded it: nobody else gets the sheet back.' }),
            suggested: T.Object({
              mapping: T.Record(T.String(), T.Integer()),
              source: maybe(
                T.String({ description: 'Of the last sheet with these headings; null where there was none.' }),
              ),
            }),
            faults: T.Array(T.Object({ n: T.Integer(), field: T.String(), message: T.String() })),
          }),
        },
      },
    },
    async (req) => {
      const [job] = await jobs(house, req.params.id)
      if (!job || !(await mayImport(house, caller(req), job.kind, job.by))) throw notFound('没有这次导入')
      const suggested = await suggestedFor(house, house.db, job.kind, job.headings)
      const columns = await columnsFor(house, job.kind)
      const title = (field: string) => columns.find((c) => c.field === field)?.title ?? field
      return {
        ...shown(job, job.mapping ?? suggested.mapping, house.crypto.unseal),
        own: job.by === caller(req).account,
        suggested,
        faults: (await firstFaults(house, req.params.id)).map((f) => ({ ...f, field: title(f.field) })),
      }
    },
  )

  app.get(
    '/api/imports/:id/faults',
    {
      config: { allow },
      schema: {
        tags: ['import'],
        summary: '错误文件',
        description:
          'The uploaded sheet as CSV with one more column that says what is wrong with each line; only for who uploaded it, for a week.',
        params: Id,
      },
    },
    async (req, reply) => {
      const [job] = await jobs(house, req.params.id)
      // It is the sheet itself, with every number in full: it goes back to whoever brought it, and to nobody else.
      if (job?.by !== caller(req).account || !job.sample.length)
        throw notFound('没有这次导入，或者不是您上传的，或者文件已过保存期')
      await tookFaults(house, caller(req), req.params.id, job.kind)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', disposition('attachment', '导入错误.csv'))
        .send(faultsOf(house, req.params.id))
    },
  )

  app.post(
    '/api/imports/:id/check',
    {
      config: { allow },
      schema: {
        tags: ['import'],
        summary: '试运行',
        description: 'Checks every line against every rule; changes nothing that is known.',
        params: Id,
        body: T.Object(
          {
            mapping: Mapping,
            source: T.String({
              title: '来源',
              minLength: 2,
              maxLength: 60,
              pattern: '^(部门共享：|网格采集|证照：|自报).*$',
            }),
            collectedOn: T.String({ title: '数据日期', format: 'date' }),
          },
          bare,
        ),
        response: { 200: Moved },
      },
    },
    async (req) => {
      const started = await startCheck(house, commandOf(req), req.params.id, req.body)
      soon(house)
      return started
    },
  )

  app.post(
    '/api/imports/:id/import',
    {
      config: { allow },
      schema: {
        tags: ['import'],
        summary: '导入',
        description:
          'Brings the checked lines in, in one transaction: all or nothing, or without the bad lines, as chosen.',
        params: Id,
        body: T.Object({ choice: choice(['all-or-nothing', 'skip-bad'], { title: '有错时' }) }, bare),
        response: { 200: Moved },
      },
    },
    async (req) => {
      const started = await startImport(house, commandOf(req), req.params.id, req.body.choice)
      soon(house)
      return started
    },
  )

  app.post(
    '/api/imports/:id/cancel',
    {
      config: { allow },
      schema: {
        tags: ['import'],
        summary: '取消导入',
        description: 'Stops it; nothing of it has happened.',
        params: Id,
        body: T.Object({}, bare),
        response: { 200: Moved },
      },
    },
    (req) => cancel(house, commandOf(req), req.params.id),
  )
}
