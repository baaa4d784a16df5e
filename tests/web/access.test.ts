import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { judged, openLocally } from './support/editor-page.ts'
import { openOffice, signIn, type TestOffice } from './support/office.ts'

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

let browser: Browser
let office: TestOffice
let clerk: { readonly context: BrowserContext; readonly page: Page }

beforeAll(async () => {
  ;[browser, office] = await Promise.all([launchBrowser(), openOffice()])
  clerk = await signIn(browser, office, 'clerk')
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

/** What axe-core finds wrong on the page as it stands, each with the first place. */
async function violations(page: Page): Promise<readonly string[]> {
  // The test's own tool: not run by the page, so that the page's policy stays as it is.
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axe })
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes[0].target.join(' ') + ' ' + nodes[0].failureSummary)))`,
    awaitPromise: true,
    returnByValue: true,
  })
  return JSON.parse(String(result.value)) as string[]
}

const looks = [
  { theme: 'light', size: 'normal', lang: 'zh' },
  { theme: 'dark', size: 'large', lang: 'en' },
] as const

describe.each(looks)('axe finds nothing wrong: $theme, $size text, $lang', (look) => {
  async function dressed(page: Page): Promise<void> {
    await page.evaluate((text) => localStorage.setItem('ziping.preferences', text), JSON.stringify(look))
    await page.reload()
    await page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, look.theme)
    // Colours that still fade are no colours to measure.
    await page.waitForTimeout(300)
  }

  it('at the entrance', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(office.address)
    await dressed(page)
    await page.locator('input[name=password]').waitFor()
    expect(await violations(page)).toEqual([])
    await context.close()
  }, 60_000)

  it('at home, in the queue, and where passwords are changed', async () => {
    const { page } = clerk
    await page.goto(office.address)
    await dressed(page)
    await page.locator('.tasks').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.goto(`${office.address}/review`)
    await page.locator('.queue h1').waitFor()
    expect(await violations(page)).toEqual([])
    await page.goto(`${office.address}/password`)
    await page.locator('input[name=next]').waitFor()
    expect(await violations(page)).toEqual([])
  }, 60_000)

  it('in a form of the server, in each tab, with a dialog and a menu', async () => {
    const { page } = clerk
    await page.goto(`${office.address}/forms/${office.filing}`)
    await dressed(page)
    await judged(page)
    for (const tab of await page.locator('.side-panel [role=tab]').all()) {
      await tab.click()
      await page.waitForTimeout(200)
      expect(await violations(page)).toEqual([])
    }
    await page.locator('.desk-acts .button.main').click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.toolbar-acts [aria-haspopup=menu]').click()
    expect(await violations(page)).toEqual([])
  }, 90_000)

  it('on this computer: the list, and the sample with all it finds', async () => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    const page = await context.newPage()
    await page.goto(`${office.address}/local`)
    await dressed(page)
    await page.locator('.drop').waitFor()
    expect(await violations(page)).toEqual([])
    await openLocally(page, office.address)
    await page.locator('.findings-of').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.locator('.sheet-table td', { hasText: '职业化工会工作者人数' }).first().click()
    await page.locator('.side-panel [role=tab]').nth(1).click()
    await page.locator('.why .formula').first().waitFor()
    await page.locator('.what-if summary').click()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: /查找|Find/ }).click()
    expect(await violations(page)).toEqual([])
    await context.close()
  }, 90_000)
})
