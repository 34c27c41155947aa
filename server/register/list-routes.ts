import { Readable } from 'node:stream'
import { Type as T } from 'typebox'
import writeXlsxFile from 'write-excel-file/node'
import { keepingDuties } from '../content/register.ts'
import { civilToday } from '../platform/clock.ts'
import { disposition } from '../platform/files.ts'
import type { House } from '../platform/house.ts'
import { type App, caller, commandOf } from '../platform/http.ts'
import { badInput, notFound } from '../platform/refusal.ts'
import { choice, maybe } from '../platform/schema.ts'
import { choicesFor } from './choices.ts'
import { bookOf } from './entry.ts'
import { asCsv, asXlsx, fileName, taken, takeOut, type Wanted } from './export.ts'
import { askedOf, Narrowed, openBook, opened } from './routes.ts'
import { maySeeField } from './rules.ts'
import { bare, OneRegister, RegisterId, tag, words } from './schema.ts'
import { sheetColumns } from './sheet.ts'
import { points } from './store.ts'

/** A register's list in other shapes: as a file, as the sheet to fill in, on the map, and as what a link of another may point to. */

const allow = keepingDuties
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const mostPoints = 5000

export default function registerListRoutes(app: App, house: House) {
  app.post(
    '/api/registers/:register/exports',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '导出台账',
        description:
          'Notes who takes the list out and why; the file is then made under the id given, for ten minutes. Personal fields are not in it.',
        params: OneRegister,
        body: T.Object(
          { ...Narrowed, format: choice(['csv', 'xlsx'], { title: '格式' }), purpose: words('用途') },
          bare,
        ),
        response: { 200: T.Object({ id: T.String(), name: T.String() }) },
      },
    },
    async (req) => {
      const actor = caller(req)
      await openBook(house, actor, req.params.register)
      const book = await bookOf(house, house.db, req.params.register)
      return takeOut(house, commandOf(req), book, askedOf(house, actor, book, req.body), req.body as Wanted)
    },
  )

  app.get(
    '/api/registers/:register/exports/:id',
    {
      config: { allow, rateLimit: { max: 20, timeWindow: 60_000 } },
      schema: {
        ...tag,
        summary: '下载台账',
        description: 'The file of a list that the caller has just asked for.',
        params: T.Object({ register: RegisterId, id: T.String({ title: '导出', format: 'uuid' }) }),
      },
    },
    async (req, reply) => {
      const actor = caller(req)
      const { book, data } = await taken(house, actor, req.params.register, req.params.id)
      const asked = askedOf(house, actor, book, { ...data, known: data.known ?? undefined } as never)
      reply
        .type(types[data.format])
        .header('content-disposition', disposition('attachment', fileName(book, asked.on, data.format)))
      return data.format === 'csv'
        ? reply.send(Readable.from(asCsv(house, actor, book, asked)))
        : reply.send(await asXlsx(house, actor, book, asked, data.purpose))
    },
  )

  app.get(
    '/api/registers/:register/template',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '台账导入模板',
        description: 'An xlsx file with the headings of one register and a line that shows how to write each.',
        params: OneRegister,
      },
    },
    async (req, reply) => {
      const { def } = await openBook(house, caller(req), req.params.register)
      const columns = sheetColumns(def)
      const row = (values: string[]) =>
        values.map((value) => ({ value, type: String as StringConstructor, format: '@' }))
      const lines = [row(columns.map((c) => c.title)), row(columns.map((c) => c.example))]
      return reply
        .type(types.xlsx)
        .header('content-disposition', disposition('attachment', `${def.name}导入模板.xlsx`))
        .send(await writeXlsxFile(lines as never).toBuffer())
    },
  )

  app.get(
    '/api/registers/:register/entries.geojson',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '台账地图',
        description: 'The entries that have a point, as GeoJSON for the map; at most five thousand.',
        params: OneRegister,
        querystring: T.Object(Narrowed, bare),
        response: {
          200: T.Object({
            type: T.Literal('FeatureCollection'),
            more: T.Boolean(),
            features: T.Array(
              T.Object({
                type: T.Literal('Feature'),
                id: T.String(),
                geometry: T.Object({ type: T.Literal('Point'), coordinates: T.Array(T.Number()) }),
                properties: T.Object({ title: T.String(), placeName: T.String() }),
              }),
            ),
          }),
        },
      },
    },
    async (req) => {
      const actor = caller(req)
      const book = await openBook(house, actor, req.params.register)
      const { map } = book.def
      if (!map) throw notFound('这本台账没有地图')
      for (const f of [map.lon, map.lat])
        if (!maySeeField(actor, book.def.form.properties[f], null)) throw notFound('这本台账没有地图')
      const rows = await points(house.db, actor, book, map, askedOf(house, actor, book, req.query))
      return {
        type: 'FeatureCollection' as const,
        more: rows.length > mostPoints,
        features: rows.slice(0, mostPoints).map((r) => ({
          type: 'Feature' as const,
          id: r.id,
          geometry: { type: 'Point' as const, coordinates: [r.lon, r.lat] },
          properties: { title: r.title, placeName: r.placeName },
        })),
      }
    },
  )

  app.get(
    '/api/registers/:register/choices',
    {
      config: { allow },
      schema: {
        ...tag,
        summary: '可连到的内容',
        description: 'What a linking field of the form may point to, by part of its name; at most twenty.',
        params: OneRegister,
        querystring: T.Object(
          {
            field: T.String({ title: '字段', pattern: '^[a-z][A-Za-z0-9]{0,39}([.][a-z][A-Za-z0-9]{0,39})?$' }),
            q: T.String({ title: '查找', minLength: 1, maxLength: 60 }),
          },
          bare,
        ),
        response: { 200: T.Array(T.Object({ id: T.String(), label: T.String(), more: maybe(T.String()) })) },
      },
    },
    async (req) => {
      const actor = caller(req)
      const { def } = await openBook(house, actor, req.params.register)
      const [name = '', column] = req.query.field.split('.')
      const f = def.form.properties[name]
      const kind = column ? f?.items?.properties?.[column]?.['x-link'] : (f?.['x-link'] ?? f?.items?.['x-link'])
      if (!kind || !maySeeField(actor, f, null)) throw badInput([{ field: 'field', message: '没有这样的连接字段' }])
      return choicesFor(house.db, actor, await opened(house, actor), kind, req.query.q, civilToday(house.clock))
    },
  )
}
