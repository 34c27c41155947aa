import { t } from '../ui/t.ts'
import { Refused, Unreachable, unreachableWords } from './client.ts'

/** A file the server makes for this person; its refusals are told like all others, instead of standing in a file. @throws Refused, Unreachable */
export async function download(address: string): Promise<void> {
  let res: Response
  try {
    res = await fetch(address, { credentials: 'same-origin' })
  } catch (error) {
    throw new Unreachable(unreachableWords(error))
  }
  if (!res.ok) throw new Refused(res.status, await res.json().catch(() => ({})))
  const named = /filename\*=UTF-8''([^;]+)/.exec(res.headers.get('content-disposition') ?? '')?.[1]
  save(await res.blob(), named ? decodeURIComponent(named) : t('brand'))
}

export function save(content: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
