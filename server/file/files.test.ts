import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jpeg, pdf, png, webp } from '../../test/pictures.ts'
import { openWorld, type World } from '../../test/world.ts'

/** What uploads claim to be is not believed. */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Given = { name?: string; type?: string; key?: string; field?: string; twice?: boolean }
async function upload(who: string, bytes: Buffer, given: Given = {}) {
  const { name = 'photo.jpg', type = 'image/jpeg', key = randomUUID(), field = 'file', twice } = given
  const part = Buffer.concat([
    Buffer.from(
      `--xx\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ])
  const res = await world.app.inject({
    method: 'POST',
    url: '/api/files',
    headers: {
      cookie: await world.cookieOf(who),
      'idempotency-key': key,
      'content-type': 'multipart/form-data; boundary=xx',
    },
    payload: Buffer.concat([part, ...(twice ? [part] : []), Buffer.from('--xx--\r\n')]),
  })
  return { status: res.statusCode, body: res.json() }
}
async function download(who: string, id: string) {
  const res = await world.app.inject({ url: `/api/files/${id}`, headers: { cookie: await world.cookieOf(who) } })
  return { status: res.statusCode, bytes: res.rawPayload, headers: res.headers }
}
const stored = () =>
  readdirSync(join(world.house.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
    .length
const rows = async (who: string) =>
  (await sql<{ n: number }>`select count(*)::int as n from file where created_by = ${who}`.execute(world.house.db))
    .rows[0]?.n

const html = Buffer.from('<!doctype html><script>alert(1)</script>')
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200, 7)])
const eicar = Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-' + 'ANTIVIRUS-TEST-FILE!$H+H*')

describe('refused, saying why, and nothing is kept', () => {
  const only = /只收 JPG、PNG、WEBP 图片和 PDF/
  const broken = /已损坏/
  const pixels = /5000 万像素/
  const corpus: [string, Buffer, RegExp, Given?][] = [
    ['an empty file', Buffer.alloc(0), /空的/],
    ['a web page called a photo', html, only],
    ['a web page that begins like a picture comment', Buffer.concat([Buffer.from('GIF89a/*'), html]), only],
    ['an SVG with a script', svg, only, { name: 'a.svg', type: 'image/svg+xml' }],
    ['a ZIP', zip, only, { name: 'a.pdf', type: 'application/pdf' }],
    ['a Word file', zip, only, { name: '证明.docx' }],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]), only, { name: 'photo.jpg' }],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /\n'), only],
    ['the harmless virus that scanners know', eicar, only],
    ['text that says it is a PDF further down', Buffer.concat([html, pdf()]), only],
    ['a JPEG of three bytes', Buffer.from([0xff, 0xd8, 0xff]), broken],
    ['a JPEG cut off in its header', jpeg().subarray(0, 20), broken],
    ['a JPEG cut off in its picture', jpeg().subarray(0, -6), broken],
    ['a JPEG without a frame', jpeg({ frames: 0 }), broken],
    ['a JPEG with a second, larger frame', jpeg({ frames: 2 }), broken],
    ['a JPEG of no height', jpeg({ height: 0 }), broken],
    [
      'a JPEG whose segment is shorter than its own length',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 0xff, 0xd9]),
      broken,
    ],
    ['a JPEG of 30,000 by 30,000', jpeg({ width: 30_000, height: 30_000 }), pixels],
    ['a PNG signature alone', png().subarray(0, 8), only],
    ['a PNG cut off', png().subarray(0, -20), broken],
    ['a PNG of 30,000 by 30,000', png({ width: 30_000, height: 30_000 }), pixels],
    ['a PNG of no width', png({ width: 0 }), broken],
    ['a PNG with a changed byte', Buffer.from(png().map((x, i) => (i === 20 ? x ^ 1 : x))), broken],
    ['a PNG that promises a chunk of 4 GB', png({ lying: true }), broken],
    ['a PNG without a picture', png({ empty: true }), broken],
    ['a WEBP cut off', webp().subarray(0, -4), broken],
    ['a WEBP that is all header', webp().subarray(0, 16), broken],
    ['a WEBP of 16,384 by 16,384', webp({ width: 16_384, height: 16_384 }), pixels],
    [
      'a WEBP with a small canvas around a large picture',
      webp({ canvas: [10, 10], width: 16_384, height: 16_384 }),
      pixels,
    ],
    ['a WAV sound', Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt '), Buffer.alloc(40)]), only],
    ['a PDF cut off', pdf().subarray(0, 60), broken, { name: 'a.pdf' }],
    ['a PDF behind a password', pdf({ locked: true }), /密码/, { name: 'a.pdf' }],
  ]
  test.each(corpus)('%s', async (_, bytes, why, given) => {
    const before = existsSync(join(world.house.dataDir, 'files')) ? stored() : 0
    const res = await upload('wang-guilan', bytes, given)
    expect(res).toMatchObject({ status: 400, body: { code: 'bad-input', field: 'file' } })
    expect(res.body.message).toMatch(why)
    expect(before).toBe(existsSync(join(world.house.dataDir, 'files')) ? stored() : 0)
  })
  test('a file above 10 MB', async () => {
    const res = await upload('wang-guilan', jpeg({ more: 10 * 1024 * 1024 }))
    expect(res).toMatchObject({ status: 413, body: { message: '文件太大，最大 10 MB' } })
  })
  test('a form without a file', async () => {
    const res = await world.app.inject({
      method: 'POST',
      url: '/api/files',
      headers: {
        cookie: await world.cookieOf('wang-guilan'),
        'idempotency-key': randomUUID(),
        'content-type': 'multipart/form-data; boundary=xx',
      },
      payload: '--xx\r\ncontent-disposition: form-data; name="note"\r\n\r\nhello\r\n--xx--\r\n',
    })
    expect([res.statusCode, res.json().field]).toEqual([400, 'file'])
  })
  test('none of all these left a row', async () => expect(await rows('wang-guilan')).toBe(0))
})

describe('taken', () => {
  test.each([
    ['image/jpeg', jpeg(), '.jpg'],
    ['image/png', png(), '.png'],
    ['image/webp', webp(), '.webp'],
    ['image/webp', webp({ canvas: [30, 20], lossless: true }), '.webp'],
    ['application/pdf', pdf(), '.pdf'],
  ])('%s, whatever it was called', async (mime, bytes, ending) => {
    const { status, body } = await upload('wang-guilan', bytes, { name: '户口簿.exe', type: 'text/html' })
    expect([status, body.mime, body.name]).toEqual([200, mime, `户口簿${ending}`])
    const got = await download('wang-guilan', body.id)
    expect(got.bytes.equals(bytes)).toBe(true)
  })

  test('it is given back as something to save: nothing in it can run here', async () => {
    const { body } = await upload('wang-guilan', png(), { name: "王桂兰's (1)*.html" })
    const { headers } = await download('wang-guilan', body.id)
    expect(headers['content-disposition']).toBe(
      `attachment; filename="file.png"; filename*=UTF-8''${encodeURIComponent('王桂兰')}%27s%20%281%29.png`,
    )
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    })
  })

  const names: [string, string, string][] = [
    ['a path', '../../../etc/passwd.jpg', 'passwd.jpg'],
    ['a path of Windows', 'C:\\\\Users\\\\王\\\\身份证.jpg', '身份证.jpg'],
    ['an ending turned round (RTLO)', 'photo\u202egpj.exe', 'photogpj.jpg'],
    ['control and zero-width characters', 'a\u0007b\u200bc\ufeff.jpg', 'abc.jpg'],
    ['a script', '<img src=x onerror=alert(1)>.jpg', 'img src=x onerror=alert(1).jpg'],
    ['nothing but an ending', '.jpg', '文件.jpg'],
    ['dots', '....jpg', '文件.jpg'],
    ['a device of Windows', 'CON.jpg', '文件.jpg'],
    ['two endings', 'a.pdf.exe', 'a.pdf.jpg'],
  ]
  test.each(names)('a name that is %s is cleaned', async (_, name, expected) => {
    const { body } = await upload('wang-guilan', jpeg(), { name })
    expect(body.name).toBe(expected)
  })
  test('a name is cut between characters, and stays fit to be given back', async () => {
    const { body } = await upload('wang-guilan', jpeg(), { name: `a${'𠮷'.repeat(300)}.jpg` })
    expect([...body.name]).toHaveLength(64)
    expect((await download('wang-guilan', body.id)).status).toBe(200)
  })
})

describe('what a picture tells besides the picture is taken out', () => {
  const secret = Buffer.from('GPSLatitude 30.9453N')
  const isClean = async (bytes: Buffer) => {
    const { body, status } = await upload('wang-guilan', bytes)
    expect(status).toBe(200)
    const got = (await download('wang-guilan', body.id)).bytes
    expect(got.includes(secret)).toBe(false)
    return got
  }
  test('where a photo was taken, and its maker notes', async () => {
    const got = await isClean(jpeg({ exif: { orientation: 1, note: secret }, xmp: secret, comment: secret }))
    expect(got.equals(jpeg())).toBe(true)
  })
  test('but not which way up it is', async () => {
    for (const bigEndian of [true, false]) {
      const got = await isClean(jpeg({ exif: { orientation: 6, note: secret, bigEndian } }))
      expect(got.equals(jpeg({ exif: { orientation: 6 } }))).toBe(true)
    }
  })
  test('a film or a program hung on behind the picture', async () => {
    for (const whole of [jpeg(), png(), webp()])
      expect((await isClean(Buffer.concat([whole, zip, secret, html]))).equals(whole)).toBe(true)
  })
  test('texts and EXIF in a PNG and a WEBP', async () => {
    expect((await isClean(png({ text: secret }))).equals(png())).toBe(true)
    expect((await isClean(webp({ canvas: [30, 20], exif: secret }))).equals(webp({ canvas: [30, 20] }))).toBe(true)
  })
})

describe('asked twice', () => {
  test('the same upload under the same key is one file; other bytes under it are another question', async () => {
    const key = randomUUID()
    const first = await upload('chen-siyuan', jpeg({ seed: 1 }), { key })
    const again = await upload('chen-siyuan', jpeg({ seed: 1 }), { key })
    expect([again.status, again.body]).toEqual([200, first.body])
    expect(await upload('chen-siyuan', jpeg({ seed: 2 }), { key })).toMatchObject({ status: 422 })
    expect(await upload('chen-siyuan', jpeg({ seed: 1 }), { key, name: 'other.jpg' })).toMatchObject({ status: 422 })
    expect(await rows('chen-siyuan')).toBe(1)
  })
  test('at the same moment, too', async () => {
    const key = randomUUID()
    const all = await Promise.all(Array.from({ length: 8 }, () => upload('chen-siyuan', jpeg({ seed: 3 }), { key })))
    expect(new Set(all.map((r) => `${r.status} ${r.body.id}`)).size).toBe(1)
  })
  test('the same bytes under two keys are two files and lie on disk once', async () => {
    const before = stored()
    const a = await upload('chen-siyuan', jpeg({ seed: 4 }))
    const b = await upload('liu-zhiqiang', jpeg({ seed: 4 }))
    expect([a.status, b.status, a.body.id === b.body.id, stored() - before]).toEqual([200, 200, false, 1])
    expect((await download('chen-siyuan', b.body.id)).status).toBe(404)
  })
})

describe('limits of a day', () => {
  test('at most 200 files, also when they come all at once; what is refused is not kept either', async () => {
    const { db, district, clock } = world.house
    await sql`insert into file (district, id, sha256, name, mime, bytes, created_by, created_at)
      select ${district}, gen_random_uuid(), 'x', 'x.jpg', 'image/jpeg', 1, 'liu-zhiqiang', ${clock.now()} from generate_series(1, 195)`.execute(
      db,
    )
    const room = 200 - ((await rows('liu-zhiqiang')) ?? 0)
    const all = await Promise.all(Array.from({ length: 12 }, (_, i) => upload('liu-zhiqiang', jpeg({ seed: 100 + i }))))
    expect(all.filter((r) => r.status === 200)).toHaveLength(room)
    expect(all.find((r) => r.status !== 200)).toMatchObject({ status: 429, body: { code: 'quota' } })
    const before = stored()
    expect((await upload('liu-zhiqiang', jpeg({ seed: 999 }))).status).toBe(429)
    expect(stored()).toBe(before)
  })
  test('bytes on disk are whole and readable by the server alone', () => {
    const root = join(world.house.dataDir, 'files')
    for (const f of readdirSync(root, { recursive: true, withFileTypes: true }).filter((f) => f.isFile())) {
      expect(f.name).toMatch(/^[0-9a-f]{64}$/)
      expect(statSync(join(f.parentPath, f.name)).mode & 0o077).toBe(0)
    }
  })
})
