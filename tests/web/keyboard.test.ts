import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, servePages } from './support/browser.ts'
import { judged, sampleFile, totals } from './support/editor-page.ts'

let browser: Browser
let pages: Awaited<ReturnType<typeof servePages>>
let page: Page
let actions = 0

beforeAll(async () => {
  browser = await launchBrowser()
  pages = await servePages()
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  page = await context.newPage()
})
afterAll(async () => {
  await browser.close()
  await pages.close()
})

/** One key, counted. */
async function press(key: string): Promise<void> {
  actions++
  await page.keyboard.press(key)
}

/** A text typed, each sign counted. */
async function type(text: string): Promise<void> {
  actions += text.length
  await page.keyboard.type(text)
}

/** Tab until something of this name has the focus. */
async function tabTo(name: RegExp, key = 'Tab', most = 30): Promise<void> {
  for (let step = 0; step < most; step++) {
    const here = await page.evaluate(() => {
      const { activeElement } = document
      if (activeElement === document.body) return ''
      return (
        activeElement?.getAttribute('aria-label') ??
        activeElement?.closest('label')?.textContent ??
        activeElement?.textContent ??
        ''
      )
    })
    if (name.test(here)) return
    await press(key)
  }
  throw new Error(`no ${name} within ${most} Tabs`)
}

const lost: readonly (readonly [letters: string, score: string])[] = [
  ['bfx', '0.85'],
  ['ncyw', '0.5'],
  ['thdx', '0.95'],
  ['gak', '1.6'],
  ['thdt', '2.4'],
]

describe('with the keyboard alone', () => {
  it('the sample is opened, what a machine may mend is mended, lost scores are typed, the official form is saved', async () => {
    // Asked for before the page is there: the browser is told to hand its dialog over in good time.
    const chooser = page.waitForEvent('filechooser')
    await page.goto(`${pages.address}/local`)
    await page.locator('.drop').waitFor()
    await tabTo(/打开文件/)
    await press('Space')
    await (await chooser).setFiles(sampleFile)
    await judged(page)
    await page.locator('.cell-input').waitFor()

    for (const [letters, score] of lost) {
      await press('Control+f')
      await page.locator('.find-bar input').waitFor()
      await type(letters)
      await page.locator('.find-bar output', { hasText: /^1\/1$/ }).waitFor()
      await press('Escape')
      await page.locator('.find-bar').waitFor({ state: 'detached' })
      // From the name to its score: target, weight, actual, score.
      for (let step = 0; step < 4; step++) await press('ArrowRight')
      await type(score)
      await press('Enter')
    }
    await expect.poll(async () => (await totals(page))[1]).toBe('97.13')

    // To the side: what a machine may mend, at once.
    await press('F6')
    await tabTo(/^改正机器能改的 \d+ 处$/)
    await press('Enter')
    await page.locator('.sheet-table td', { hasText: '≤30万元' }).waitFor()

    // Out of the table, and to the export.
    await press('Escape')
    await tabTo(/^导出$/, 'Shift+Tab')
    await press('Enter')
    await page.getByRole('menu').waitFor()
    const saved = page.waitForEvent('download')
    await press('Enter')
    expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/)
    expect(actions).toBeLessThanOrEqual(120)
  }, 90_000)
})
