import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Empty } from '../../ui/states.tsx'
import { t } from '../../ui/t.ts'
import { Frame } from '../Frame.tsx'
import { type Bytes, Photos, SaveButton, TextArea, useTaking } from '../Taking.tsx'
import { usePhone } from '../usePhone.ts'

/** A task given at a meeting, and how it was done. */
export function Task() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { day } = usePhone()
  const subject = `task:${id}`
  const task = day?.tasks.find((x) => x.subject === subject)
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<Bytes[]>([])
  const { problems, saving, take } = useTaking()
  if (!task)
    return (
      <Frame title={t('field.kind.task')}>
        <Empty>{t('field.no-task')}</Empty>
      </Frame>
    )
  return (
    <Frame title={task.title} problems={problems}>
      <p className="soft">{task.why}</p>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          const wrong = text.trim() ? [] : [{ field: 'text', message: t('field.task-empty') }]
          void take({ kind: 'task', subject, title: task.title, where: task.why, text: text.trim() }, photos, {
            wrong,
            place: false,
          })
        }}
      >
        <TextArea name="text" label={t('field.task-text')} value={text} problems={problems} onChange={setText} />
        <Photos photos={photos} onChange={setPhotos} />
        <SaveButton saving={saving} />
      </form>
    </Frame>
  )
}
