import { expect, test } from 'vitest'
import { describeInBrowser } from './browser.ts'

await describeInBrowser('the browser', (browser) => {
  test('runs a page and draws its letters', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 200 } })
    await page.setContent('<body style="margin:0;background:#fff"><script>document.title = 1 + 1</script>')
    expect(await page.title()).toBe('2')
    const blank = await page.screenshot()
    await page.setContent('<body style="margin:0;background:#fff"><h1>Linli</h1>')
    const path = process.env.LINLI_SCREENSHOTS && `${process.env.LINLI_SCREENSHOTS}/browser.png`
    const lettered = await page.screenshot(path ? { path } : {})
    expect(lettered.length).toBeGreaterThan(blank.length + 500)
    await page.close()
  })
})
