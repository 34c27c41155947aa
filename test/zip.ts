import { crc32, deflateRawSync } from 'node:zlib'

/** A zip of these parts; a lie stands in the directory in place of the truth. */
export type Lie = { unpacked?: number; packed?: number; offset?: number; crc?: number }
export type Part = [name: string, text: string | Buffer, lie?: Lie]
export function zip(parts: Part[]): Buffer {
  const le = (sizes: string, ...values: number[]) =>
    Buffer.concat(values.map((v, i) => new Uint8Array(new Uint32Array([v]).buffer, 0, Number(sizes[i]))))
  const [body, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, text, lie] of parts) {
    const [bytes, called] = [Buffer.from(text as string), Buffer.from(name)]
    const data = deflateRawSync(bytes)
    const told = { unpacked: bytes.length, packed: data.length, offset: at, crc: crc32(bytes), ...lie }
    const about = le('22444422', 0, 8, 0, told.crc, told.packed, told.unpacked, called.length, 0)
    body.push(le('42', 0x04034b50, 20), about, called, data)
    directory.push(le('422', 0x02014b50, 20, 20), about, le('22244', 0, 0, 0, 0, told.offset), called)
    at += 30 + called.length + data.length
  }
  const size = Buffer.concat(directory).length
  return Buffer.concat([
    ...body,
    ...directory,
    le('42222442', 0x06054b50, 0, 0, parts.length, parts.length, size, at, 0),
  ])
}
