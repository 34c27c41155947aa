import { crc32, deflateSync } from 'node:zlib'

/** Small pictures and PDFs made byte by byte, whole or broken on purpose. */
const u16 = (n: number) => Buffer.from([n >> 8, n & 255])
const u32 = (n: number) => {
  const b = Buffer.alloc(4)
  b.writeUInt32BE(n)
  return b
}
const ascii = (s: string) => Buffer.from(s, 'latin1')

type Jpeg = {
  width?: number
  height?: number
  frames?: number
  seed?: number
  exif?: { orientation: number; note?: Buffer; bigEndian?: boolean }
  xmp?: Buffer
  comment?: Buffer
  more?: number
}
export function jpeg({
  width = 30,
  height = 20,
  frames = 1,
  seed = 0,
  exif,
  xmp,
  comment,
  more = 0,
}: Jpeg = {}): Buffer {
  const segment = (marker: number, body: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body])
  const frame = (times: number) =>
    segment(
      0xc0,
      Buffer.concat([Buffer.from([8]), u16(height * times), u16(width * times), Buffer.from([1, 1, 0x11, 0])]),
    )
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.concat([ascii('JFIF\0'), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])])),
    ...(exif ? [segment(0xe1, exifOf(exif))] : []),
    ...(xmp ? [segment(0xe1, Buffer.concat([ascii('http://ns.adobe.com/xap/1.0/\0'), xmp]))] : []),
    ...(comment ? [segment(0xfe, comment)] : []),
    segment(0xdb, Buffer.alloc(65, 1)),
    ...Array.from({ length: frames }, (_, i) => frame(1 + i * 500)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    u32(seed & 0x7fffff),
    // Stuffed bytes and restart marks, which are no ends.
    Buffer.from([0xff, 0x00, 1, 2, 0xff, 0xd0, 3, 4]),
    Buffer.alloc(more, 5),
    Buffer.from([0xff, 0xd9]),
  ])
}
function exifOf({ orientation, note, bigEndian = true }: { orientation: number; note?: Buffer; bigEndian?: boolean }) {
  const n = (size: 2 | 4, value: number) => {
    const b = Buffer.alloc(size)
    if (bigEndian) b.writeUIntBE(value, 0, size)
    else b.writeUIntLE(value, 0, size)
    return b
  }
  return Buffer.concat([
    ascii('Exif\0\0'),
    ascii(bigEndian ? 'MM' : 'II'),
    n(2, 42),
    n(4, 8),
    n(2, 1),
    ...[n(2, 0x0112), n(2, 3), n(4, 1), n(2, orientation), n(2, 0)],
    n(4, 0),
    note ?? Buffer.alloc(0),
  ])
}

type Png = { width?: number; height?: number; text?: Buffer; lying?: boolean; empty?: boolean }
export function png({ width = 3, height = 2, text, lying = false, empty = false }: Png = {}): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([ascii(type), body])
    return Buffer.concat([u32(lying && type === 'IDAT' ? 0xffffffff : body.length), named, u32(crc32(named))])
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])])),
    ...(text ? [chunk('tEXt', Buffer.concat([ascii('Comment\0'), text])), chunk('eXIf', text)] : []),
    ...(empty ? [] : [chunk('IDAT', deflateSync(Buffer.alloc((3 + 1) * 2)))]),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

type Webp = { width?: number; height?: number; canvas?: [number, number]; lossless?: boolean; exif?: Buffer }
export function webp({ width = 30, height = 20, canvas, lossless = false, exif }: Webp = {}): Buffer {
  const le = (size: number, n: number) => {
    const b = Buffer.alloc(size)
    b.writeUIntLE(n, 0, size)
    return b
  }
  const chunk = (type: string, body: Buffer) =>
    Buffer.concat([ascii(type), le(4, body.length), body, Buffer.alloc(body.length % 2)])
  // 14 bits hold a side less one when lossless and the side itself otherwise.
  const large = width > 16_383
  const picture =
    lossless || large
      ? chunk('VP8L', Buffer.concat([Buffer.from([0x2f]), le(4, (width - 1) | ((height - 1) << 14)), Buffer.alloc(8)]))
      : chunk(
          'VP8 ',
          Buffer.concat([Buffer.from([0x10, 0, 0, 0x9d, 0x01, 0x2a]), le(2, width), le(2, height), Buffer.alloc(8)]),
        )
  const flags = exif ? 0x08 : 0
  const body = Buffer.concat([
    ascii('WEBP'),
    ...(canvas
      ? [chunk('VP8X', Buffer.concat([Buffer.from([flags, 0, 0, 0]), le(3, canvas[0] - 1), le(3, canvas[1] - 1)]))]
      : []),
    picture,
    ...(exif ? [chunk('EXIF', exif)] : []),
  ])
  return Buffer.concat([ascii('RIFF'), le(4, body.length), body])
}

export function pdf({ locked = false } = {}): Buffer {
  return ascii(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n` +
      `trailer<</Size 3/Root 1 0 R${locked ? '/Encrypt 9 0 R' : ''}>>\nstartxref\n0\n%%EOF\n`,
  )
}
