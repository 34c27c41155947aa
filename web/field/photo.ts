const longest = 1600

/**
 * A photo as it is kept and sent: small enough for a weak signal, and drawn anew, so that where and with what it was taken is no longer
 * in it. @throws when it is no picture.
 */
export async function small(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.82))
  if (!blob) throw new Error('the picture could not be drawn')
  return new Uint8Array(await blob.arrayBuffer())
}

export type Position = { lon: number; lat: number; accuracy: number }
/** Where the phone is, once; null where it does not know or must not say. Never waited for longer than a few seconds. */
export const whereNow = (): Promise<Position | null> =>
  new Promise((done) => {
    if (!navigator.geolocation) return done(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        done({ lon: coords.longitude, lat: coords.latitude, accuracy: Math.min(coords.accuracy, 100_000) }),
      () => done(null),
      { enableHighAccuracy: true, timeout: 5000, maximumAge: 60_000 },
    )
  })
/** The district's clock is China's, whatever the phone is set to. */
export const atWork = (hours: { from: string; to: string }, now: number): boolean => {
  const time = new Date(now + 8 * 3_600_000).toISOString().slice(11, 16)
  return time >= hours.from && time < hours.to
}
