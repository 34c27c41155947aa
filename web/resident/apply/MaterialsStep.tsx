import type { Problem } from '../../api/client.ts'
import { FieldError, fieldId } from '../../ui/ErrorSummary.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { t } from '../../ui/t.ts'
import type { FlowProps } from './Apply.tsx'
import type { GivenMaterial } from './draft.ts'
import { sourceWords } from './HeldOffer.tsx'
import { heldOf, materialsFor } from './materials.ts'
import { StepPage } from './StepPage.tsx'

const none: GivenMaterial = { files: [], bring: false }

/** Each material: a photo or file, or we have it, or it is brought to the window. */
export function MaterialsStep(flow: FlowProps) {
  const { item, facts, held, draft, update } = flow
  const wanted = materialsFor(item, facts ?? {})
  const given = (code: string) => draft.materials[code] ?? none
  const set = (code: string, more: Partial<GivenMaterial>) =>
    update({ materials: { ...draft.materials, [code]: { ...given(code), ...more } } })
  const judge = (): Problem[] =>
    wanted
      .filter((m) => !heldOf(m, held) && !given(m.code).files.length && !given(m.code).bring)
      .map((m) => ({ field: `materials.${m.code}`, message: t('apply.materials.choose', { name: m.name }) }))
  return (
    <StepPage flow={flow} name="materials" title={t('apply.materials.title')} judge={judge}>
      {(problems) =>
        wanted.length === 0 ? (
          <p>{t('apply.materials.none')}</p>
        ) : (
          wanted.map((m) => {
            const ours = heldOf(m, held)
            const field = `materials.${m.code}`
            return (
              <section key={m.code} className="panel" aria-labelledby={`${fieldId(field)}-title`}>
                <h2 id={`${fieldId(field)}-title`}>{m.name}</h2>
                {m.check && <p className="hint">{m.check}</p>}
                {ours ? (
                  <p>{t('apply.materials.held', { source: sourceWords(ours) })}</p>
                ) : (
                  <>
                    <FieldError field={field} problems={problems} />
                    <FileButton
                      id={fieldId(field)}
                      label={m.name}
                      files={given(m.code).files}
                      onChange={(files) => set(m.code, { files })}
                    />
                    {given(m.code).files.length === 0 && (
                      <label className="choice">
                        <input
                          type="checkbox"
                          checked={given(m.code).bring}
                          onChange={(e) => set(m.code, { bring: e.target.checked })}
                        />
                        <span>
                          {t('apply.materials.bring')}
                          <span className="visually-hidden">{m.name}</span>
                        </span>
                      </label>
                    )}
                  </>
                )}
              </section>
            )
          })
        )
      }
    </StepPage>
  )
}
