import type { ReactNode } from 'react'
import { NoPermission } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { useDuties } from '../data.ts'
import { readers } from './data.ts'

/** The registry is for those who need it; others are told who they are. */
export function ForReaders({ children }: { children: ReactNode }) {
  const { known, has } = useDuties()
  if (!known) return null
  return has(...readers) ? (
    children
  ) : (
    <NoPermission>
      <p>{t('registry.residents.none')}</p>
    </NoPermission>
  )
}
