const wide = 1000

/** One length for one figure, beside which it stands in words; nothing is computed but the scale of the drawing. */
export function Bar({ value, most, mark }: { value: number | null; most: number; mark?: number | undefined }) {
  const x = (n: number) => (most > 0 ? (Math.max(0, n) / most) * (wide - 4) : 0)
  return (
    <svg className="bar" viewBox={`0 0 ${wide} 20`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect x="0" y="3" height="14" width={x(value ?? 0)} className="bar-fill" />
      {mark !== undefined && (
        <line x1={x(mark)} x2={x(mark)} y1="0" y2="20" className="bar-mark" vectorEffect="non-scaling-stroke" />
      )}
    </svg>
  )
}
