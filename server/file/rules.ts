/** What an upload is, by its own bytes; what it claims to be counts for nothing. Pure. */
export type Kind = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'
const endings: Record<Kind, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'application/pdf': '.pdf',
}

export const maxPixels = 50_000_000
export const perDay = { files: 200, bytes: 200 * 1024 * 1024 }

const starts = (b: Buffer, ...bytes: number[]) => bytes.every((x, i) => b[i] === x)
const text = (b: Buffer, from: number, to: number) => b.subarray(from, to).toString('latin1')

export function sniff(b: Buffer): Kind | null {
  if (starts(b, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(b, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && text(b, 12, 16) === 'IHDR') return 'image/png'
  if (text(b, 0, 4) === 'RIFF' && text(b, 8, 12) === 'WEBP') return 'image/webp'
  if (text(b, 0, 5) === '%PDF-' && text(b, Math.max(0, b.length - 1024), b.length).includes('%%EOF'))
    return 'application/pdf'
  return null
}

type Size = { width: number; height: number }
/** The picture's size from its header, or null when the header does not hold together. */
export function dimensions(kind: Kind, b: Buffer): Size | null {
  if (kind === 'image/png')
    return b.length >= 24 && text(b, b.length - 8, b.length - 4) === 'IEND'
      ? { width: b.readUInt32BE(16), height: b.readUInt32BE(20) }
      : null
  if (kind === 'image/webp') return webpSize(b)
  if (kind === 'image/jpeg') return jpegSize(b)
  return { width: 0, height: 0 }
}

function jpegSize(b: Buffer): Size | null {
  for (const { marker, at } of segments(b)) {
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame && at + 9 <= b.length) return { height: b.readUInt16BE(at + 5), width: b.readUInt16BE(at + 7) }
  }
  return null
}

function* segments(b: Buffer) {
  let at = 2
  while (at + 4 <= b.length && b[at] === 0xff) {
    const marker = b[at + 1] as number
    const length = b.readUInt16BE(at + 2)
    if (length < 2) return
    yield { marker, at, length: length + 2 }
    if (marker === 0xda) return
    at += length + 2
  }
}

function webpSize(b: Buffer): Size | null {
  if (b.length < 30 || b.readUInt32LE(4) + 8 > b.length) return null
  const chunk = text(b, 12, 16)
  if (chunk === 'VP8X') return { width: b.readUIntLE(24, 3) + 1, height: b.readUIntLE(27, 3) + 1 }
  if (chunk === 'VP8 ') return { width: b.readUInt16LE(26) & 0x3fff, height: b.readUInt16LE(28) & 0x3fff }
  if (chunk === 'VP8L') {
    const bits = b.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  return null
}

/** A photo without its maker's notes: where it was taken is nobody's business here (APP1 carries EXIF with GPS, and XMP). */
export function withoutMetadata(kind: Kind, b: Buffer): Buffer {
  if (kind !== 'image/jpeg') return b
  const parts: Buffer[] = [b.subarray(0, 2)]
  let end = 2
  for (const { marker, at, length } of segments(b)) {
    end = at + length
    if (marker === 0xda) {
      parts.push(b.subarray(at))
      return Buffer.concat(parts)
    }
    if (marker !== 0xe1 && marker !== 0xed) parts.push(b.subarray(at, end))
  }
  return Buffer.concat([...parts, b.subarray(end)])
}

/** Why these bytes are not taken, or null. */
export function badUpload(b: Buffer): string | null {
  if (!b.length) return '文件是空的，请重新选择'
  const kind = sniff(b)
  if (!kind) return '只收 JPG、PNG、WEBP 图片和 PDF 文件，请拍照或另存后再上传'
  const size = dimensions(kind, b)
  if (!size || (kind !== 'application/pdf' && size.width * size.height === 0))
    return '文件已损坏，打不开，请重新拍照或上传'
  if (size.width * size.height > maxPixels) return '图片太大（超过 5000 万像素），请缩小后再上传'
  return null
}

/** A name to show and to save under: no paths, no hidden or direction-turning characters, the ending its bytes deserve. */
export function cleanName(given: string, kind: Kind): string {
  const base = (given.normalize('NFC').split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '')
    .replace(/\.[^.]*$/, '')
    .replace(/^[.\s]+/, '')
    .slice(0, 100)
  return `${base || '文件'}${endings[kind]}`
}
