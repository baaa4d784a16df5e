import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD } from '../server/bureau.ts'
import { launchBrowser } from './support/browser.ts'
import { cellUnder, judged, sheetTexts } from './support/editor-page.ts'
import { importSample, openOffice, signIn, type TestOffice } from './support/office.ts'

let browser: Browser
let office: TestOffice
let clerk: Page
let colleague: Page

beforeAll(async () => {
  ;[browser, office] = await Promise.all([launchBrowser(), openOffice()])
  clerk = (await signIn(browser, office, 'clerk')).page
  colleague = (await signIn(browser, office, 'colleague')).page
  for (const page of [clerk, colleague]) {
    await page.goto(`${office.address}/forms/${office.filing}`)
    await judged(page)
  }
  await importSample(clerk)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

const row = '开展青少年活动场数'

async function type(page: Page, head: string, text: string): Promise<void> {
  await (await cellUnder(page, row, head)).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

function kept(page: Page): Promise<void> {
  return page.locator('.toolbar output', { hasText: '已保存' }).waitFor()
}

describe('two people in one form, and a server that goes away', () => {
  it('each sees what the other types', async () => {
    // What the clerk imported has come to the colleague's screen.
    await colleague.locator('.sheet-table td', { hasText: row }).waitFor()
    await type(clerk, '得分', '0.51')
    await expect.poll(async () => (await cellUnder(colleague, row, '得分')).textContent()).toMatch(/^0\.51/)
  }, 60_000)

  it('one cell typed by both is a conflict that is shown, never a silent loss', async () => {
    await colleague.context().setOffline(true)
    await type(colleague, '得分', '0.49')
    await colleague.locator('.toolbar output', { hasText: '未连上服务器' }).waitFor()
    await type(clerk, '得分', '0.5')
    await kept(clerk)
    await colleague.context().setOffline(false)
    await colleague.locator('.conflicts', { hasText: '您填“0.49”，现为“0.5”' }).waitFor()
    await expect.poll(async () => (await cellUnder(colleague, row, '得分')).textContent()).toMatch(/^0\.5 ?/)
    await colleague.getByRole('button', { name: '用我的' }).click()
    await expect.poll(async () => (await cellUnder(clerk, row, '得分')).textContent()).toMatch(/^0\.49/)
  }, 60_000)

  it('loses none of 200 edits typed while the server is away', async () => {
    await kept(clerk)
    const rows = clerk.locator('.sheet-table tr[data-row]')
    const first = await rows.count()
    await (await cellUnder(clerk, '职业化工会工作者人数', '得分')).click()
    for (let at = 0; at < 100; at++) {
      if (at === 30) await office.cut()
      await clerk.keyboard.type(`0.${(at % 90) + 10}`)
      await clerk.keyboard.press('Tab')
      await clerk.keyboard.type(`说明${at}`)
      await clerk.keyboard.press('Enter')
    }
    await clerk.locator('.toolbar output', { hasText: '未连上服务器' }).waitFor()
    const typed = await sheetTexts(clerk)
    await office.back()
    await kept(clerk)
    expect(await rows.count()).toBe(first)
    await clerk.reload()
    await judged(clerk)
    await expect.poll(() => sheetTexts(clerk)).toEqual(typed)
    expect(typed.flat().filter((text) => /^说明\d+$/.test(text)).length).toBeGreaterThan(90)
  }, 120_000)

  it('a session that ends takes nothing: one signs in again at the form, and what was typed is saved', async () => {
    await kept(clerk)
    await clerk.context().clearCookies()
    await type(clerk, '得分', '0.37')
    await clerk.locator('.toolbar output', { hasText: '登录已过期' }).waitFor()
    // What is typed meanwhile goes out with it.
    await type(clerk, '得分', '0.38')
    const again = clerk.locator('.sign-in-again')
    expect(await again.getByLabel('登录名').inputValue()).toBe('clerk-440311')
    await again.getByLabel('密码').fill('wrong')
    await again.getByRole('button', { name: '登录' }).click()
    await again.getByText('账号或密码不对。').waitFor()
    await again.getByLabel('密码').fill(PASSWORD)
    await clerk.keyboard.press('Enter')
    await kept(clerk)
    await expect.poll(async () => (await cellUnder(colleague, row, '得分')).textContent()).toMatch(/^0\.38/)
  }, 60_000)

  it('a session begun anew in another window of the same person is gone on with', async () => {
    await clerk.context().clearCookies()
    const other = await clerk.context().newPage()
    await other.goto(office.address)
    await other.getByLabel('登录名').fill('clerk-440311')
    await other.getByLabel('密码').fill(PASSWORD)
    await other.keyboard.press('Enter')
    await other.getByRole('heading', { name: 'clerk，您好' }).waitFor()
    await other.close()
    await type(clerk, '得分', '0.41')
    await kept(clerk)
    await expect.poll(async () => (await cellUnder(colleague, row, '得分')).textContent()).toMatch(/^0\.41/)
  }, 60_000)
})
