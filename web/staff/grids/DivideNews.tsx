import { FieldError, fieldId } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { t } from '../../ui/t.ts'

export type New = { key: string; name: string; worker: string }
const most = 20

/** The new grids: what they are called and who walks them. */
export function News({
  news,
  set,
  workers,
  problems,
}: {
  news: New[]
  set: (n: New[]) => void
  workers: { account: string; name: string }[]
  problems: { field: string; message: string }[]
}) {
  const people = [...new Map(workers.map((w) => [w.account, w.name]))]
  const put = (key: string, what: Partial<New>) => set(news.map((g) => (g.key === key ? { ...g, ...what } : g)))
  return (
    <div id={fieldId('into')} tabIndex={-1} className="stack">
      <FieldError field="into" problems={problems} />
      {news.map((g, i) => (
        <fieldset key={g.key} className="form-row">
          <legend>{t('divide.new', { n: i + 1 })}</legend>
          <div className="fields">
            <Field
              name={`into.${i}.name`}
              required
              problems={problems}
              q={{ type: 'string', title: t('divide.name') }}
              value={g.name}
              onChange={(v) => put(g.key, { name: String(v) })}
            />
            <div className="field">
              <label htmlFor={fieldId(`into.${i}.worker`)}>{t('divide.worker')}</label>
              <FieldError field={`into.${i}.worker`} problems={problems} />
              <select
                id={fieldId(`into.${i}.worker`)}
                value={g.worker}
                onChange={(e) => put(g.key, { worker: e.target.value })}
              >
                <option value="">{t('divide.worker.none')}</option>
                {people.map(([account, name]) => (
                  <option key={account} value={account}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
          </div>
          {news.length > 1 && (
            <button type="button" onClick={() => set(news.filter((x) => x.key !== g.key))}>
              {t('divide.remove', { n: i + 1 })}
            </button>
          )}
        </fieldset>
      ))}
      {news.length < most && (
        <button
          type="button"
          onClick={() =>
            set([...news, { key: crypto.getRandomValues(new Uint32Array(1)).join(), name: '', worker: '' }])
          }
        >
          {t('divide.add')}
        </button>
      )}
    </div>
  )
}
