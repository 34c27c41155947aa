type Field = {
  title?: string
  type?: string
  enum?: unknown[]
  'x-labels'?: string[] | Record<string, string>
  items?: { properties?: Record<string, Field> }
}

/** The form's answers as read on paper: titles and labels, in the order of the questions. */
export function answersOf(schema: { properties?: Record<string, unknown> }, form: Record<string, unknown>) {
  return Object.entries((schema.properties ?? {}) as Record<string, Field>).flatMap(([name, field]) =>
    form[name] === undefined ? [] : [{ name, title: field.title ?? name, text: say(field, form[name]) }],
  )
}
function say(field: Field, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value))
    return value
      .map((row) =>
        answersOf({ properties: field.items?.properties ?? {} }, row as Record<string, unknown>)
          .map((a) => a.text)
          .join(' '),
      )
      .join('；')
  const labels = field['x-labels']
  if (Array.isArray(labels)) return labels[field.enum?.indexOf(value) ?? -1] ?? String(value)
  return labels?.[String(value)] ?? String(value)
}
