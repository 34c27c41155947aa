import type { Column, Schema, Table } from './read.ts'

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`

/** The schema as SQL to be read: one block a table with all that belongs to it. */
export function asSql({ tables, views, functions }: Schema): string {
  const blocks = [
    '-- Written by `npm run schema` from a migrated database. To be read, not run; server/migrations is what runs.',
    ...tables.map(tableSql),
    ...views.map((v) =>
      [`-- view ${v.name}, from server/sql`, ...v.columns.map((c) => `--   ${c.name} ${c.type}`)].join('\n'),
    ),
    ...functions.map((f) => `${f.trim()};`),
  ]
  return `${blocks.join('\n\n')}\n`
}

function tableSql(t: Table): string {
  const lines = [
    ...t.columns.map((c) => [
      c.name,
      c.type,
      c.collation && `collate "${c.collation}"`,
      c.default,
      c.notNull && 'not null',
    ]),
    ...t.constraints.map((c) => [c.kind === 'c' ? `constraint ${c.name}` : null, c.definition]),
  ].map((parts) => `  ${parts.filter(Boolean).join(' ')}`)
  return [
    `create table ${t.name} (\n${lines.join(',\n')}\n);`,
    ...[...t.indexes, ...t.triggers].map((d) => `${d};`),
    ...(t.comment ? [`comment on table ${t.name} is ${quote(t.comment)};`] : []),
    ...t.columns.flatMap((c) => (c.comment ? [`comment on column ${t.name}.${c.name} is ${quote(c.comment)};`] : [])),
  ].join('\n')
}

/** The schema as types for Kysely, with the comments of the tables and columns. */
export function asTypes({ tables, views }: Schema): string {
  const shapes = [...tables, ...views.map((v) => ({ ...v, constraints: [] }))]
  const types = shapes.map((t) => {
    const columns = t.columns.flatMap((c) => [...doc(c.comment, '  '), `  ${c.name}: ${columnType(c, t)}`])
    return [...doc(t.comment, ''), `export type ${typeName(t.name)} = {`, ...columns, '}'].join('\n')
  })
  const tableList = ['export type Tables = {', ...shapes.map((t) => `  ${t.name}: ${typeName(t.name)}`), '}'].join('\n')
  return `${[header, ...types, tableList].join('\n\n')}\n`
}

const header = `// Written by \`npm run schema\` from a migrated database. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** jsonb: comes out parsed, as whatever was put in; goes in as text, so that a list is not taken for an SQL array. */
export type Json = ColumnType<unknown, string, string>`

const doc = (comment: string | null, indent: string) =>
  comment ? [`${indent}/** ${comment.replaceAll('*/', '* /')} */`] : []
const typeName = (table: string) => table.replace(/(^|_)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase())

function columnType(c: Column, table: Pick<Table, 'constraints'>): string {
  const base = oneOf(c, table) ?? plainType(c.type)
  const type = c.notNull ? base : `${base} | null`
  if (c.always) return `GeneratedAlways<${type}>`
  if (!c.default) return type
  return base === 'Json'
    ? `ColumnType<unknown, string | undefined${c.notNull ? '' : ' | null'}, string${c.notNull ? '' : ' | null'}>`
    : `Generated<${type}>`
}

function plainType(type: string): string {
  if (type.endsWith('[]')) return `${plainType(type.slice(0, -2))}[]`
  if (/^(text|uuid|character|name|date|time |interval|tsvector|bit)/.test(type)) return 'string'
  if (/^(smallint|integer|bigint|numeric|real|double)/.test(type)) return 'number'
  if (type.startsWith('timestamp')) return 'Date'
  const known: Record<string, string> = { boolean: 'boolean', bytea: 'Buffer', jsonb: 'Json', json: 'Json' }
  const found = known[type]
  if (!found) throw new Error(`bin/schema/write.ts does not know the type ${type}`)
  return found
}

/** A text column checked against a list of words is a union of those words. */
function oneOf(c: Column, table: Pick<Table, 'constraints'>): string | null {
  for (const { kind, definition } of table.constraints) {
    const [, name, words] = /^CHECK \(+(\w+) = (?:ANY \(ARRAY\[)?('.+?'::text)(?:\]\))?\)+$/.exec(definition) ?? []
    if (kind !== 'c' || name !== c.name || c.type !== 'text' || !words) continue
    return [...words.matchAll(/'((?:[^']|'')*)'::text/g)].map((m) => `'${m[1]?.replaceAll("''", "\\'")}'`).join(' | ')
  }
  return null
}
