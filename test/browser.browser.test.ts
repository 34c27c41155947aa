import { expect, test } from 'vitest'
import { describeInBrowser } from './browser.ts'

await describeInBrowser('the browser', (browser) => {
  test('shows a page and its pixels', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await page.setContent(
      '<body style="margin:0;background:#0a5"><h1>邻里 Linli</h1><script>document.title = 1 + 1</script>',
    )
    expect(await page.title()).toBe('2')
    const picture = await page.screenshot(
      process.env.LINLI_SCREENSHOTS ? { path: `${process.env.LINLI_SCREENSHOTS}/browser.png` } : {},
    )
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.length).toBeGreaterThan(1000)
    await page.close()
  })
})
