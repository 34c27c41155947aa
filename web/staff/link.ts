import { Link as AnyLink, useNavigate } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'

/** The router's types know one map of addresses, the residents'; these are the same pieces with the staff's. */
export type Address = '/desk' | '/command' | `/desk/${string}` | `/command/${string}`
type To = { to: Address; search?: Record<string, string | undefined>; params?: Record<string, string> }
type LinkProps = To & {
  className?: string
  children: ReactNode
  'aria-current'?: 'page' | undefined
  activeOptions?: { exact: boolean; includeSearch: boolean }
}

export const Link = AnyLink as unknown as (props: LinkProps) => ReactElement
export const useGo = useNavigate as unknown as () => (to: To & { replace?: boolean }) => void
