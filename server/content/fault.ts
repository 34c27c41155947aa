import { readFileSync } from 'node:fs'
import type { ErrorObject } from 'ajv'

/** How faults of a pack are told: where, and why, in Chinese. */
export type Say = (path: string, reason: string) => void

export const readJson = <T>(path: string, say: Say) => parsed<T>(() => readFileSync(path, 'utf8'), say)
export function parsed<T>(text: () => string, say: Say): T | null {
  try {
    return JSON.parse(text()) as T
  } catch (error) {
    say('', `不是有效的 JSON：${(error as Error).message}`)
    return null
  }
}

export const dotted = (e: ErrorObject) =>
  e.instancePath
    .slice(1)
    .replaceAll('~1', '/')
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.')

export function schemaReason(e: ErrorObject): string {
  switch (e.keyword) {
    case 'required':
      return `缺少“${e.params.missingProperty}”`
    case 'additionalProperties':
      return `不认识的字段“${e.params.additionalProperty}”`
    case 'type':
      return `类型应为 ${e.params.type}`
    case 'enum':
      return `只能是 ${(e.params.allowedValues as unknown[]).join('、')}`
    case 'const':
      return `只能是 ${e.params.allowedValue}`
    case 'minLength':
    case 'minItems':
      return '不能是空的'
    case 'maxLength':
      return `最多${e.params.limit}个字`
    case 'maxItems':
      return `最多${e.params.limit}项`
    case 'minimum':
    case 'maximum':
      return `要${e.params.comparison === '>=' ? '不小于' : '不大于'}${e.params.limit}`
    case 'pattern':
      return `要符合 ${e.params.pattern}`
    default:
      return `不符合要求（${e.keyword}）`
  }
}
