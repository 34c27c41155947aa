import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Empty, Loading } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Frame } from '../Frame.tsx'
import { AskPosition, type Bytes, Photos, SaveButton, TextArea, useTaking } from '../Taking.tsx'
import { useSheetOf } from './Person.tsx'

/** What was seen and said at the door; or that nobody let them in, which is written down and never forced. */
export const Visit = () => <Note kind="visit" />
export const RefusedEntry = () => <Note kind="refused" />

function Note({ kind }: { kind: 'visit' | 'refused' }) {
  const { id } = useParams({ strict: false }) as { id: string }
  const { sheet, asked } = useSheetOf(id)
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<Bytes[]>([])
  const { problems, saving, take } = useTaking()
  const title = t(`field.kind.${kind}`)
  if (!sheet)
    return <Frame title={title}>{asked.isFetching ? <Loading /> : <Empty>{t('field.no-sheet')}</Empty>}</Frame>
  return (
    <Frame title={t(`field.${kind}-of`, { name: sheet.name })} problems={problems}>
      <p className="soft">{sheet.address}</p>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          const wrong = kind === 'visit' && !text.trim() ? [{ field: 'text', message: t('field.visit-empty') }] : []
          void take(
            { kind, subject: sheet.subject, title: sheet.name, where: sheet.address, text: text.trim() },
            photos,
            {
              wrong,
            },
          )
        }}
      >
        <TextArea
          name="text"
          label={t(`field.${kind}-text`)}
          hint={t(`field.${kind}-hint`)}
          value={text}
          problems={problems}
          onChange={setText}
        />
        <Photos photos={photos} onChange={setPhotos} />
        <AskPosition />
        <SaveButton saving={saving} />
      </form>
    </Frame>
  )
}
