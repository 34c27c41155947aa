import { newKey, Refused, Unreachable, unreachableWords } from '../api/client.ts'
import { t } from './t.ts'

export type Sending = { current: XMLHttpRequest | null }

/** A form with a file in it, with progress; XMLHttpRequest, because fetch tells nothing about how much has been sent. null: cancelled. */
export function sendForm<T>(
  url: string,
  form: FormData,
  onProgress: (percent: number) => void,
  hold: Sending,
  { key = newKey(), patience = 120_000 } = {},
): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    hold.current = request
    request.open('POST', url)
    request.setRequestHeader('idempotency-key', key)
    request.timeout = patience
    request.responseType = 'json'
    request.upload.onprogress = (e) => e.lengthComputable && onProgress(Math.floor((e.loaded / e.total) * 100))
    request.onload = () =>
      request.status < 300 ? resolve(request.response) : reject(new Refused(request.status, request.response ?? {}))
    request.onerror = () => reject(new Unreachable(unreachableWords(null)))
    request.ontimeout = () => reject(new Unreachable(t('net.unreachable')))
    request.onabort = () => resolve(null)
    request.send(form)
  })
}
