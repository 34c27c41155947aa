/** What the caller may be told: status, a stable code, a Chinese sentence, and the field it is about. Anything else thrown is a bug. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined
  readonly problems: Problem[] | undefined
  /** What there is instead, where the caller may open it. */
  see: string | undefined
  constructor(status: number, code: string, message: string, about?: string | Problem[]) {
    super(message)
    this.status = status
    this.code = code
    this.field = typeof about === 'string' ? about : about?.[0]?.field
    this.problems = typeof about === 'string' ? undefined : about
  }
}
export type Problem = { field: string; message: string }

export const notFound = (what = '没有找到，或者不在您的工作范围内') => new Refusal(404, 'not-found', what)
/** The rule says why not; the same sentence stands on the disabled button. */
export const refused = (why: string) => new Refusal(409, 'refused', why)
export const badInput = (problems: Problem[]) =>
  new Refusal(400, 'bad-input', problems.map((p) => p.message).join('；'), problems)
