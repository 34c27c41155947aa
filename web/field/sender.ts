import { round } from './outbox/pump.ts'
import { boxNow, current, forgetList, onPoke, probe, refreshDay, set, showItems, synced, wipe } from './phone.ts'

/** Sends while the page is open. Of all tabs of the phone one does it; where the browser cannot say which, all do: harmless, not wasteful. */
export function startSending() {
  const locks = (navigator as { locks?: LockManager }).locks
  if (locks) void locks.request('linli-field-outbox', () => forever())
  else void forever()
}

async function forever(): Promise<never> {
  // A poke while a round is under way must not be lost: what was saved then would wait half a minute.
  let poked = false
  let wake: () => void = () => {}
  onPoke(() => {
    poked = true
    wake()
  })
  for (;;) {
    poked = false
    const wait = await once().catch(() => 30_000)
    if (poked) continue
    await new Promise<void>((next) => {
      wake = next
      setTimeout(next, Math.min(Math.max(wait, 500), 30_000))
    })
  }
}

/** One round. @returns how long nothing is due, in milliseconds. */
async function once(): Promise<number> {
  const box = boxNow()
  if (!box) return 30_000
  if (!current().online) await probe()
  if (!current().online) return 5000
  const before = (await box.store.rows(box.account)).length
  if (!before) return 30_000
  const { stop, nextAt } = await round(box, (flying) => {
    set({ flying })
    void showItems()
  })
  const after = (await box.store.rows(box.account)).length
  if (after < before) await synced()
  if (stop === 'ended') await wipe('ended')
  else if (stop === 'no-duty') await forgetList('no-duty')
  else set({ stop })
  await showItems()
  if (after < before && !after) await refreshDay()
  return nextAt === null || stop ? 30_000 : current().online ? nextAt - Date.now() : 5000
}
