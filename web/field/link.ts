import { Link as AnyLink, useNavigate } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'

/** The router's types know one map of addresses, the residents'; these are the same pieces with the phone's. */
type To = { to: '/field' | `/field/${string}`; replace?: boolean }
type LinkProps = To & {
  className?: string
  children: ReactNode
  activeOptions?: { exact: boolean }
  onClick?: (e: { preventDefault(): void }) => void
}

export const Link = AnyLink as unknown as (props: LinkProps) => ReactElement
export const useGo = useNavigate as unknown as () => (to: To) => Promise<void>
