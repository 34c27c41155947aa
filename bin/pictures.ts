import { openBrowser } from '../test/browser.ts'
import { play, traveller } from './tour/play.ts'
import { startLinli } from './tour/server.ts'

/** Takes the README's picture anew: the tour's matter in the middle of its life, as the housing department sees it. */
const linli = await startLinli()
const browser = await openBrowser()
try {
  if (!browser) throw new Error('no browser')
  const t = traveller(linli.url)
  const { number } = await play(t, 'picture', () => {}, 7)
  await t.ask('shi-rui', 'POST', '/api/demo/clock', { to: '2026-10-09T02:00:00Z' }, 'picture-clock')
  const page = await browser.newPage({ viewport: { width: 1180, height: 960 }, locale: 'zh-CN' })
  await page.goto(`${linli.url}/desk/matters/${number}`)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: /卫东明/ }).click()])
  await page.getByRole('heading', { name: '办理过程' }).waitFor()
  await page.waitForLoadState('networkidle').catch(() => {})
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(1500)
  await page.screenshot({ path: 'docs/pictures/matter.png' })
} finally {
  await browser?.close()
  await linli.stop()
}
