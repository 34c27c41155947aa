import type { Answer } from '../../api/contract.ts'
import { t } from '../../ui/t.ts'

export type Figures = Answer<'get', '/api/population'>
export type Lines = Figures['tables']['age']
export const tables = ['age', 'standing', 'place'] as const
export const changes = ['born', 'arrived', 'died', 'left'] as const
export const measures = ['registered', 'present', 'usual'] as const

/** How near to the truth they are: who may open the files is told exactly. */
export const precision = ({ least }: Figures) =>
  least === 1 ? t('population.exact') : t('population.rounded', { n: least })
