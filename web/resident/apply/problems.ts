import type { Problem } from '../../api/client.ts'
import type { Step } from '../../ui/form/schema.ts'

export const rootOf = (field: string) => field.split('.')[0] ?? ''

/** The first page that holds an answer with a problem. */
export const stepWithProblem = (steps: Step[], problems: Problem[]) =>
  steps.find((s) => problems.some((p) => s.names.includes(rootOf(p.field))))?.key
