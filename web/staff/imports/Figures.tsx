import { t } from '../../ui/t.ts'

const order = ['lines', 'good', 'bad', 'created', 'updated', 'unchanged', 'unmatched', 'records']
const unit = (k: string) => (k === 'unmatched' ? 'places' : k === 'records' ? 'records' : 'lines')
const number = new Intl.NumberFormat('zh-CN')

export const Figures = ({ of }: { of: Record<string, number> }) => (
  <dl className="figures">
    {order
      .filter((k) => of[k] !== undefined)
      .map((k) => (
        <div key={k}>
          <dt>{t(`imports.figure.${k}`)}</dt>
          <dd>{t(`imports.figure.unit.${unit(k)}`, { n: number.format(of[k] as number) })}</dd>
        </div>
      ))}
  </dl>
)
