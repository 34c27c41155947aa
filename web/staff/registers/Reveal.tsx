import { change, read } from '../../api/client.ts'
import { t } from '../../ui/t.ts'
import { AskPurpose, Minute, useMinute } from '../AskPurpose.tsx'
import type { EntryFile } from './data.ts'

export type Full = Record<string, unknown>
const pathOf = (file: EntryFile) => ({ register: file.register, id: file.id })

/** Personal fields in full for a minute, against a purpose that the history keeps. Never printed in full. */
export function useReveal(file: EntryFile) {
  const minute = useMinute<Full>()
  const open = async () => {
    const { fields } = await read('/api/registers/{register}/entries/{id}/personal', { path: pathOf(file) })
    minute.show(fields as Full)
  }
  return { ...minute, open }
}

export function Reveal({ file, by }: { file: EntryFile; by: ReturnType<typeof useReveal> }) {
  if (by.full) return <Minute left={by.left} hide={by.hide} />
  return (
    <AskPurpose
      label={t('register.reveal')}
      hint={t('register.reveal.hint')}
      className="panel reveal"
      send={(body, key) =>
        change('POST', '/api/registers/{register}/entries/{id}/reveal', { key, path: pathOf(file), body })
      }
      then={by.open}
    />
  )
}
