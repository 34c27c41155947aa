import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { World } from './world.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
export const phone = { width: 360, height: 740 }
const narrow = { width: 320, height: 640 }

/** The world as a browser meets it: on a port of its own. */
export async function serve(world: World) {
  const base = await world.app.listen({ port: 0, host: '127.0.0.1' })
  const errors: string[] = []
  return {
    base,
    errors,
    /** A fresh browser profile, signed in as somebody or as nobody; what goes wrong inside is in `errors`. */
    async open(browser: Browser, who: string | null, path = '/', options: BrowserContextOptions = {}): Promise<Page> {
      // The page's own policy forbids foreign scripts, and axe is one.
      const context = await browser.newContext({ viewport: phone, locale: 'zh-CN', bypassCSP: true, ...options })
      if (who) {
        const [name = '', value = ''] = (await world.cookieOf(who)).split('=')
        await context.addCookies([{ name, value, url: base }])
      }
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      page.on('pageerror', (e) => errors.push(e.message))
      await page.goto(base + path)
      return page
    },
  }
}

/** Nothing axe objects to, nothing beyond the right edge at 320 px, targets large enough: in the normal and the elder edition. */
export async function wellMade(page: Page, name: string, { targets = true }: { targets?: boolean } = {}) {
  // A page is its heading at the earliest: before that there is nothing to judge.
  await page.locator('h1').first().waitFor()
  const found: string[] = []
  const mode = await page.evaluate(() => document.documentElement.dataset.mode)
  for (const elder of [false, true]) {
    await page.evaluate((on) => {
      if (on) document.documentElement.dataset.mode = 'elder'
      else delete document.documentElement.dataset.mode
    }, elder)
    const at = `${name}${elder ? ', elder' : ''}`
    found.push(...(await axeSays(page)).map((v) => `${at}: ${v}`))
    if (targets) found.push(...(await tooSmall(page, elder ? 60 : 44)).map((v) => `${at}: small ${v}`))
    found.push(...(await bareKeys(page)).map((v) => `${at}: no words for ${v}`))
    await shoot(page, `${name}${elder ? '-elder' : ''}`)
    const size = page.viewportSize()
    if (size && size.width <= phone.width) {
      await page.setViewportSize(narrow)
      found.push(...(await beyondEdge(page)).map((v) => `${at}, 320 px: beyond the edge ${v}`))
      await page.setViewportSize(size)
    }
  }
  await page.evaluate((was) => {
    if (was) document.documentElement.dataset.mode = was
    else delete document.documentElement.dataset.mode
  }, mode)
  expect(found).toEqual([])
}

async function axeSays(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe.run()
    return violations.map((v) => `${v.id} ${v.nodes[0]?.html.slice(0, 200)}`)
  })
}

/** A key without words is shown as it is. */
const bareKeys = (page: Page) =>
  page.evaluate(() =>
    document.body.innerText.split('\n').filter((line) => /^[a-z][a-z-]*(\.[\w-]+)+$/.test(line.trim())),
  )

const tooSmall = (page: Page, least: number) =>
  page.evaluate((least) => {
    const targets = document.querySelectorAll<HTMLElement>(
      'button, .button, select, textarea, input:not([type=radio], [type=checkbox], [type=file]), .choice, .row-link, .tile, .page-back a',
    )
    return [...targets]
      .map((e) => ({ e, box: e.getBoundingClientRect() }))
      .filter(({ box }) => box.width && box.right > 0 && box.height < least - 0.5)
      .map(({ e, box }) => `${Math.round(box.height)} px ${e.outerHTML.slice(0, 120)}`)
  }, least)

const beyondEdge = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.querySelectorAll('body *')]
      .filter((e) => e.getBoundingClientRect().right > width + 1)
      .slice(0, 3)
      .map((e) => e.outerHTML.slice(0, 120))
  })

/** With LINLI_SCREENSHOTS set, the page as a person sees it, whole. */
export async function shoot(page: Page, name: string) {
  const dir = process.env.LINLI_SCREENSHOTS
  if (!dir) return
  mkdirSync(dir, { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(300)
  await page.screenshot({ path: `${dir}/${name}.png`, fullPage: true })
}

/** Without a mouse: Tab until what has the focus is called that. */
export async function tabTo(page: Page, called: string) {
  const seen: string[] = []
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const e = document.activeElement as HTMLInputElement | null
      if (!e || e === document.body) return ''
      return (
        e.labels?.length
          ? [...e.labels].map((l) => l.innerText).join(' ')
          : e.getAttribute('aria-label') || e.innerText || ''
      ).trim()
    })
    if (name.includes(called)) return
    seen.push(name)
  }
  throw new Error(`no Tab leads to “${called}”; there were: ${[...new Set(seen)].join(' | ')}`)
}
export async function pressOn(page: Page, called: string, key = 'Enter') {
  await tabTo(page, called)
  await page.keyboard.press(key)
}
