import type { ReactNode } from 'react'

/** A wide table scrolls in its own box, and whoever has no mouse reaches the box by Tab: hence a name and a place in the order. */
export const TableScroll = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
  <section className="table-scroll" tabIndex={0} aria-label={label}>
    {children}
  </section>
)
