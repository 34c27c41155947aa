import { maskNumbers } from '../platform/numbers.ts'
import { type PictureKind, readPicture } from './picture.ts'

/** What an upload is, by its own bytes; what it claims to be counts for nothing. Pure. */
export type Kind = PictureKind | 'application/pdf'
const endings: Record<Kind, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'application/pdf': '.pdf',
}

const maxPixels = 50_000_000
const perDay = { files: 200, bytes: 200 * 1024 * 1024 }

const latin = (b: Buffer, from: number, to: number) => b.toString('latin1', from, to)

function sniff(b: Buffer): Kind | null {
  if (latin(b, 0, 3) === '\xff\xd8\xff') return 'image/jpeg'
  if (latin(b, 0, 8) === '\x89PNG\r\n\x1a\n' && latin(b, 12, 16) === 'IHDR') return 'image/png'
  if (latin(b, 0, 4) === 'RIFF' && latin(b, 8, 12) === 'WEBP') return 'image/webp'
  if (latin(b, 0, 5) === '%PDF-') return 'application/pdf'
  return null
}

/** The upload as it will be kept, or why it is not taken. */
export function judge(b: Buffer): { kind: Kind; bytes: Buffer } | string {
  if (!b.length) return '文件是空的，请重新选择'
  const kind = sniff(b)
  if (!kind) return '只收 JPG、PNG、WEBP 图片和 PDF 文件，请拍照或另存后再上传'
  if (kind === 'application/pdf') return badPdf(b) ?? { kind, bytes: b }
  const picture = readPicture(kind, b)
  if (!picture || picture.width * picture.height === 0) return '文件已损坏，打不开，请重新拍照或上传'
  if (picture.width * picture.height > maxPixels) return '图片太大（超过 5000 万像素），请缩小后再上传'
  return { kind, bytes: picture.bytes }
}

function badPdf(b: Buffer): string | null {
  if (!latin(b, Math.max(0, b.length - 1024), b.length).includes('%%EOF')) return '文件已损坏，打不开，请重新上传'
  // The trailer names the dictionary of its lock; it is never compressed.
  if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(b.toString('latin1'))) return '文件设有密码，请去掉密码后再上传'
  return null
}

/** Why an account that uploaded this much in the last day may not add these bytes, or null. */
export const overQuota = (today: { files: number; bytes: number }, more: number): string | null =>
  today.files >= perDay.files || today.bytes + more > perDay.bytes ? '今天上传的文件太多了，请明天再传或带到窗口' : null

const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A name to show and to save under: no paths, no hidden or direction-turning characters, the ending its bytes deserve. */
export function cleanName(given: string, kind: Kind): string {
  const plain = (given.normalize('NFC').split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '')
    .replace(/\.[^.]*$/, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  // Disks count a name's bytes, up to 255 of them; a character has at most four.
  const base = [...maskNumbers(plain)].slice(0, 60).join('')
  return `${base && !devices.test(base) ? base : '文件'}${endings[kind]}`
}
