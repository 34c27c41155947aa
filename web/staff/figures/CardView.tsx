import { t } from '../../ui/t.ts'
import { useUnits } from '../data.ts'
import { type Card, targetOf, useCards } from './data.ts'

/** The card: what is counted and how, by whom, from where, and what it is measured by. */
export function CardView({ card }: { card: Card }) {
  const units = useUnits().data
  const over = useCards().data?.find((c) => c.id === card.over)
  const pairs: [string, string | null | undefined][] = [
    ['code', card.code],
    ['meaning', card.meaning],
    ['formula', card.formula],
    ['numerator', card.numerator],
    ['denominator', card.denominator],
    ['unit', card.of && card.of !== card.unit ? t('figures.unit-of', { unit: card.unit, of: card.of }) : card.unit],
    ['over', over?.name],
    ['period', t(`figures.period.${card.period}`)],
    ['since', card.since],
    [
      'target',
      card.target
        ? t('figures.target.by', { target: targetOf(card) ?? '', by: card.target.by })
        : t('figures.target.none'),
    ],
    ['document', card.target?.document],
    ['warn', card.warn === null ? null : `${card.warn}${card.unit === '%' ? '%' : ` ${card.unit}`}`],
    ['frequency', t(`figures.frequency.${card.frequency}`)],
    ['source', card.source],
    ['collection', t(`figures.collection.${card.collection}`)],
    [
      'dimensions',
      card.dimensions.map((d) => t(`figures.dimension.${d}`)).join(t('home.comma')) || t('figures.dimension.none'),
    ],
    ['owner', units?.find((u) => u.id === card.owner)?.name ?? card.owner],
    ['reviewer', t(`duty.${card.reviewer}`)],
    ['publish', t(`figures.publish.${card.publish}`)],
    ['version', t('figures.version', { n: card.version, from: card.from })],
  ]
  return (
    <dl className="pairs figure-card">
      {pairs.map(
        ([key, said]) =>
          said && (
            <div key={key}>
              <dt>{t(`figures.card.${key}`)}</dt>
              <dd>{said}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
