import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { read } from '../../api/client.ts'
import { day as dayWords } from '../../ui/format.ts'
import { Part } from '../../ui/Page.tsx'
import { Empty, Loading, Trouble } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Frame } from '../Frame.tsx'
import { Link } from '../link.ts'
import type { Sheet } from '../phone.ts'
import { usePhone, useSheet } from '../usePhone.ts'

/** The sheet on the phone; where the list does not carry it and there is a line, the server's. */
export function useSheetOf(id: string) {
  const { online, owner } = usePhone()
  const kept = useSheet(`person:${id}`)
  const asked = useQuery({
    queryKey: ['sheet', id],
    enabled: !kept && online && owner !== null,
    queryFn: ({ signal }) => read('/api/field/persons/{id}', { path: { id } }, signal),
  })
  return { sheet: kept ?? asked.data, asked }
}

export function Person() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { sheet, asked } = useSheetOf(id)
  if (!sheet)
    return (
      <Frame title={t('field.sheet')}>
        {asked.isFetching ? (
          <Loading />
        ) : asked.error ? (
          <Trouble error={asked.error} retry={asked.refetch} />
        ) : (
          <Empty>
            <p>{t('field.no-sheet')}</p>
          </Empty>
        )}
      </Frame>
    )
  return (
    <Frame title={sheet.name}>
      <div className="field-acts">
        <Link className="button main" to={`/field/persons/${id}/visit`}>
          {t('field.kind.visit')}
        </Link>
        <Link className="button" to={`/field/persons/${id}/collect`}>
          {t('field.collect')}
        </Link>
        <Link className="button" to={`/field/persons/${id}/refused`}>
          {t('field.kind.refused')}
        </Link>
        {sheet.dwelling && (
          <Link className="button" to={`/field/persons/${id}/newcomer`}>
            {t('field.kind.newcomer')}
          </Link>
        )}
      </div>
      <Known sheet={sheet} />
    </Frame>
  )
}

function Known({ sheet }: { sheet: Sheet }) {
  const { day } = usePhone()
  const of = (name: string) => sheet.attributes.find((x) => x.name === name)
  const asked = day?.collect.filter((c) => c.name !== 'phone') ?? sheet.attributes
  return (
    <>
      <dl className="pairs">
        <Pair label={t('field.who')}>
          {[sheet.sex && t(`field.${sheet.sex}`), sheet.age !== null && t('field.years', { n: sheet.age })]
            .filter(Boolean)
            .join(t('form.comma'))}
        </Pair>
        <Pair label={t('field.address')}>{sheet.address || t('form.unanswered')}</Pair>
        <Pair label={t('field.phone')}>{sheet.phone ?? t('form.unanswered')}</Pair>
        {asked.map(({ name, label }) => {
          const held = of(name)
          return (
            <Pair key={name} label={label}>
              {held ? (
                <>
                  {String(held.value ?? t('form.unanswered'))}
                  <span className="soft small"> {t('field.as-of', { day: dayWords(held.collectedAt) })}</span>
                </>
              ) : (
                t('form.unanswered')
              )}
            </Pair>
          )
        })}
      </dl>
      <Part title={t('field.household')}>
        {sheet.household.length ? (
          <ul className="rows">
            {sheet.household.map((m) => (
              <li key={`${m.name} ${m.age}`} className="row-link">
                {[m.name, m.relation, m.age !== null && t('field.years', { n: m.age })]
                  .filter(Boolean)
                  .join(t('form.comma'))}
              </li>
            ))}
          </ul>
        ) : (
          <Empty>
            <p>{t('field.alone')}</p>
          </Empty>
        )}
      </Part>
    </>
  )
}
const Pair = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)
