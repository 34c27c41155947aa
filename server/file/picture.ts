import { crc32 } from 'node:zlib'

/** Pictures walked part by part: how large they are, whether they are whole, and the same without what is not picture. Pure. */
export type Picture = { width: number; height: number; bytes: Buffer }
export type PictureKind = 'image/jpeg' | 'image/png' | 'image/webp'

const readers = { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': webp }

/**
 * The picture without EXIF, XMP, comments and whatever hangs behind its end (where it was taken is nobody's business here);
 * which way up it is stays. null when it is cut off or does not hold together.
 */
export function readPicture(kind: PictureKind, b: Buffer): Picture | null {
  try {
    return readers[kind](b)
  } catch (error) {
    if (error instanceof RangeError) return null // a length that leads beyond the end
    throw error
  }
}

const text = (b: Buffer, from: number, to: number) => b.toString('latin1', from, to)

function jpeg(b: Buffer): Picture | null {
  const kept: Buffer[] = [b.subarray(0, 2)]
  let frame: { width: number; height: number } | undefined
  let turned = 0
  let at = 2
  for (;;) {
    if (b.readUInt8(at) !== 0xff) return null
    while (b.readUInt8(at + 1) === 0xff) at++ // fill bytes
    const marker = b.readUInt8(at + 1)
    if (marker === 0xd9) break
    const length = b.readUInt16BE(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > b.length) return null
    const body = b.subarray(at + 4, end)
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      if (frame) return null // which of two sizes a viewer believes cannot be known
      frame = { height: body.readUInt16BE(1), width: body.readUInt16BE(3) }
    }
    if (marker === 0xe1) turned ||= orientation(body)
    // The JFIF head, the colour profile and Adobe's colour transform are part of the picture; nothing else beside it is.
    const profile = marker === 0xe2 && text(body, 0, 11) === 'ICC_PROFILE'
    const beside = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
    if (!beside || marker === 0xe0 || marker === 0xee || profile) kept.push(b.subarray(at, end))
    at = end
    if (marker !== 0xda) continue
    if (!frame) return null
    while (!(b.readUInt8(at) === 0xff && isMarker(b.readUInt8(at + 1)))) {
      at = b.indexOf(0xff, at + 1)
      if (at < 0) return null
    }
    kept.push(b.subarray(end, at))
  }
  if (!frame || kept.length < 3) return null
  const afterHead = kept[1]?.[1] === 0xe0 ? 2 : 1 // JFIF comes first
  if (turned > 1) kept.splice(afterHead, 0, onlyOrientation(turned))
  return { ...frame, bytes: Buffer.concat([...kept, Buffer.from([0xff, 0xd9])]) }
}
/** Within the picture's data 0xff is followed by 0 when it is a value, and by d0 to d7 where decoding may restart. */
const isMarker = (second: number) => second !== 0 && second !== 0xff && !(second >= 0xd0 && second <= 0xd7)

/** Which way up, 1 to 8, from an EXIF block; 0 when it does not say. */
function orientation(body: Buffer): number {
  if (text(body, 0, 6) !== 'Exif\0\0') return 0
  const tiff = body.subarray(6)
  const little = text(tiff, 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = tiff.length < 8 ? 0 : little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let i = 0; i < Math.min(short(first), 500); i++) {
    const entry = first + 2 + i * 12
    const value = short(entry + 8)
    if (short(entry) === 0x0112) return value <= 8 ? value : 0
  }
  return 0
}
const onlyOrientation = (value: number) =>
  Buffer.from(`ffe10022457869660000${'4d4d002a00000008'}0001${'0112000300000001'}000${value}0000${'00000000'}`, 'hex')

const pngParts = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs'.split(' '))

function png(b: Buffer): Picture | null {
  const kept: Buffer[] = [b.subarray(0, 8)]
  const seen = new Set<string>()
  for (let at = 8; !seen.has('IEND'); ) {
    const end = at + 12 + b.readUInt32BE(at)
    if (end > b.length) return null
    const type = text(b, at + 4, at + 8)
    if (b.readUInt32BE(end - 4) !== crc32(b.subarray(at + 4, end - 4))) return null
    if ((type === 'IHDR') !== (at === 8)) return null
    if (pngParts.has(type)) kept.push(b.subarray(at, end))
    seen.add(type)
    at = end
  }
  if (!seen.has('IDAT')) return null
  return { width: b.readUInt32BE(16), height: b.readUInt32BE(20), bytes: Buffer.concat(kept) }
}

const webpParts = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

function webp(b: Buffer): Picture | null {
  const end = 8 + b.readUInt32LE(4)
  if (end > b.length) return null
  const kept: Buffer[] = []
  const sizes: { width: number; height: number }[] = []
  let pictures = 0
  for (let at = 12; at < end; ) {
    const type = text(b, at, at + 4)
    const length = b.readUInt32LE(at + 4)
    const next = at + 8 + length + (length % 2)
    if (next > end) return null
    const body = Buffer.from(b.subarray(at + 8, next)) // a copy: its flags are changed below
    if (type === 'VP8X') {
      body[0] = body.readUInt8(0) & ~0x0c // says no more that EXIF and XMP follow
      sizes.push({ width: body.readUIntLE(4, 3) + 1, height: body.readUIntLE(7, 3) + 1 })
    } else if (type === 'VP8 ') {
      if (body.readUIntBE(3, 3) !== 0x9d012a) return null
      sizes.push({ width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff })
    } else if (type === 'VP8L') {
      if (body.readUInt8(0) !== 0x2f) return null
      const bits = body.readUInt32LE(1)
      sizes.push({ width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 })
    }
    if (/^(VP8 |VP8L|ANMF)$/.test(type)) pictures++
    if (webpParts.has(type)) kept.push(b.subarray(at, at + 8), body)
    at = next
  }
  if (!pictures) return null
  const head = Buffer.from(b.subarray(0, 12))
  head.writeUInt32LE(4 + kept.reduce((n, part) => n + part.length, 0), 4)
  const largest = (side: 'width' | 'height') =>
    sizes.some((s) => s[side] === 0) ? 0 : Math.max(...sizes.map((s) => s[side]))
  return { width: largest('width'), height: largest('height'), bytes: Buffer.concat([head, ...kept]) }
}
