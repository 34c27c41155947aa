import { change, read } from '../../api/client.ts'
import type { Answer } from '../../api/contract.ts'
import { t } from '../../ui/t.ts'
import { AskPurpose, Minute, useMinute } from '../AskPurpose.tsx'
import type { PersonFile } from './data.ts'

type Numbers = Answer<'get', '/api/persons/{id}/numbers'>

/** The two numbers: masked, or for a minute in full against a purpose that the person can read. Never printed in full. */
export function Reveal({ p }: { p: PersonFile }) {
  const { full, left, show, hide } = useMinute<Numbers>()
  const path = { id: p.id }
  const masked = { id: p.idNumber ?? t('registry.no-id'), phone: p.phone ?? t('registry.unknown') }
  return (
    <>
      <dl className="pairs">
        {(['id', 'phone'] as const).map((k) => {
          const number = k === 'id' ? full?.idNumber : full?.phone
          return (
            <div key={k}>
              <dt>{t(`registry.col.${k}`)}</dt>
              <dd>
                {number ? (
                  <>
                    <strong className="revealed">{number}</strong>
                    <span className="print-only">{masked[k]}</span>
                  </>
                ) : (
                  masked[k]
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {full ? (
        <Minute left={left} hide={hide} />
      ) : (
        p.abilities.reveal === null &&
        (p.idNumber || p.phone) && (
          <AskPurpose
            label={t('registry.reveal')}
            hint={t('registry.reveal.hint')}
            send={(body, key) => change('POST', '/api/persons/{id}/reveal', { key, path, body })}
            then={async () => show(await read('/api/persons/{id}/numbers', { path }))}
          />
        )
      )}
    </>
  )
}
