import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD } from '../server/bureau.ts'
import { launchBrowser, servePages } from './support/browser.ts'
import { judged, sampleFile, totals } from './support/editor-page.ts'
import { openOffice, type TestOffice } from './support/office.ts'

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
async function tabTo(name: RegExp, key = 'Tab', most = 60): Promise<void> {
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
    if (name.test(here.trim())) return
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

describe('with the keyboard alone, with a server', () => {
  let office: TestOffice
  beforeAll(async () => {
    office = await openOffice()
    page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  }, 120_000)
  afterAll(() => office?.stop(), 60_000)

  it('somebody signs in, opens the task, imports, mends, explains what stays, and hands it in', async () => {
    await page.goto(office.address)
    await page.locator('input[name=login]').waitFor()
    await tabTo(/^登录名/)
    await type('clerk-440311')
    await press('Tab')
    await type(PASSWORD)
    await press('Enter')
    await page.getByRole('heading', { name: '待办 1 件' }).waitFor()
    await tabTo(/社会福利中心/)
    await press('Enter')
    await judged(page)
    await page.locator('.cell-input').waitFor()

    await press('Escape')
    await tabTo(/^导入$/, 'Shift+Tab')
    await press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(/^选择文件$/)
    const chooser = page.waitForEvent('filechooser')
    await press('Space')
    await (await chooser).setFiles(sampleFile)
    await page.locator('dialog strong').first().waitFor()
    if ((await page.getByRole('button', { name: '其余都核对过，全部确认' }).count()) > 0) {
      await tabTo(/^其余都核对过/)
      await press('Enter')
    }
    await tabTo(/^导入（可撤销）$/)
    await press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(async () => (await totals(page))[0]).toBe('96.62')

    await page.getByRole('button', { name: /^改正机器能改的/ }).waitFor()
    // After importing one is in the form; F6 goes on to the side.
    await page.locator('.cell-input:focus').waitFor()
    await press('F6')
    await tabTo(/^改正机器能改的 \d+ 处$/)
    await press('Enter')
    await page.locator('.sheet-table td', { hasText: '≤30万元' }).waitFor()
    await press('F6')
    const open = page.locator('.findings-of.error .finding', { hasNot: page.locator('.explained') })
    for (let left = await open.count(); left > 0; left = await open.count()) {
      // The first that is not explained yet: those before it are passed by.
      const place = (await open.first().locator('.where').textContent()) ?? ''
      await tabTo(new RegExp(`^${place.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`), 'Tab', 200)
      await tabTo(/^说明为何保留$/)
      await press('Enter')
      await page.getByRole('dialog').waitFor()
      await tabTo(/^为何保留/)
      await page.keyboard.insertText('原始资料如此，已核对。')
      if ((await page.getByRole('dialog').getByRole('checkbox').count()) > 0) {
        await tabTo(/^同类问题/)
        await press('Space')
      }
      await tabTo(/^保存说明$/)
      await press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await page.locator('.toolbar output', { hasText: '已保存' }).waitFor()
    await press('F6')
    await page.locator('.cell-input:focus').waitFor()
    await press('Escape')
    await tabTo(/^提交$/, 'Shift+Tab')
    await press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(/^提交$/)
    await press('Enter')
    await page.locator('.desk-acts', { hasText: '待单位负责人审批' }).waitFor()
  }, 180_000)
})
