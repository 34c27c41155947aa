import { useState } from 'react'
import { t } from '../../ui/t.ts'
import { Frame } from '../Frame.tsx'
import { serverNow } from '../phone.ts'
import { type Bytes, Photos, SaveButton, TextArea, useTaking } from '../Taking.tsx'

/** What people said and what one saw, day by day. */
export function Diary() {
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<Bytes[]>([])
  const { problems, saving, take } = useTaking()
  return (
    <Frame title={t('field.diary')} problems={problems}>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          const today = new Date(serverNow() + 8 * 3_600_000).toISOString().slice(0, 10)
          const wrong = text.trim() ? [] : [{ field: 'text', message: t('field.diary-empty') }]
          void take(
            { kind: 'diary', subject: `diary:${today}`, title: t('field.diary'), where: '', text: text.trim() },
            photos,
            { wrong, place: false },
          )
        }}
      >
        <TextArea
          name="text"
          label={t('field.diary-text')}
          hint={t('field.diary-hint')}
          value={text}
          problems={problems}
          onChange={setText}
        />
        <Photos photos={photos} onChange={setPhotos} />
        <SaveButton saving={saving} />
      </form>
    </Frame>
  )
}
