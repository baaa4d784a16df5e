import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FIRST_PASSWORD } from '../server/bureau.ts'
import { lookAt } from './support/axe.ts'
import { launchBrowser } from './support/browser.ts'
import { type Demo, openDemo, signInToDemo } from './support/demo.ts'
import { judged, openLocally, sampleFile } from './support/editor-page.ts'
import { openOffice, signIn, type TestOffice } from './support/office.ts'

let browser: Browser
let office: TestOffice
let demo: Demo
let clerk: { readonly context: BrowserContext; readonly page: Page }
/** The performance office of the demo, and who looks after its installation. */
let chief: Page
let installer: Page

beforeAll(async () => {
  ;[browser, office, demo] = await Promise.all([launchBrowser(), openOffice(), openDemo()])
  clerk = await signIn(browser, office, 'clerk')
  chief = await signInToDemo(browser, demo, 'jixiao')
  installer = await signInToDemo(browser, demo, 'admin')
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await Promise.all([office?.stop(), demo?.stop()])
}, 60_000)

/** What axe-core finds wrong on the page as it stands. */
async function violations(page: Page): Promise<readonly string[]> {
  return (await lookAt(page)).wrong
}

/** Chinese that a page without anybody's data shows. */
function chineseOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      if (/\p{Script=Han}/u.test(node.textContent ?? '') && element?.closest('noscript') === null) {
        found.push(node.textContent ?? '')
      }
    }
    return found
  })
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
    if (look.lang === 'en') expect(await chineseOn(page)).toEqual([])
    // Browsers and password managers know the fields, and may fill them in: nothing has to be remembered or copied by hand.
    const [login, password] = [page.locator('input[name=login]'), page.locator('input[name=password]')]
    expect(await login.getAttribute('autocomplete')).toBe('username')
    expect(await password.getAttribute('autocomplete')).toBe('current-password')
    await password.focus()
    await page.evaluate(() => document.execCommand('insertText', false, 'from a password manager'))
    expect(await password.inputValue()).toBe('from a password manager')
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
    if (look.lang === 'en') expect(await chineseOn(page)).toEqual([])
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

  it('where a first password is changed', async () => {
    const { admin, organisations, region } = office.bureau
    const login = `new-${look.theme}`
    const input = { region, login, name: '新人', organisation: organisations.unit, password: FIRST_PASSWORD }
    await admin.ask('POST', '/api/people', { ...input, roles: [{ role: 'clerk', organisation: organisations.unit }] })
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(office.address)
    await page.locator('input[name=login]').fill(login)
    await page.locator('input[name=password]').fill(FIRST_PASSWORD)
    await page.keyboard.press('Enter')
    await page.locator('input[name=next]').waitFor()
    await dressed(page)
    await page.locator('input[name=next]').waitFor()
    expect(await violations(page)).toEqual([])
    await context.close()
  }, 60_000)

  it('in the figures of many forms, with tables and rows, and on the page of the year', async () => {
    await chief.goto(`${demo.address}/insight`)
    await dressed(chief)
    await chief.locator('.chart svg[role=group]').last().waitFor()
    await expect.poll(() => chief.locator('.slot-waits').count()).toBe(0)
    for (const table of await chief.locator('.chart-table summary').all()) await table.click()
    await chief.locator('.chart [aria-haspopup=menu]').first().click()
    expect(await violations(chief)).toEqual([])
    await chief.keyboard.press('Escape')
    await chief.locator('a.mark[href*="insight/rows"]').first().click()
    await chief.locator('.insight-rows tbody tr').first().waitFor()
    expect(await violations(chief)).toEqual([])
    await chief.goto(`${demo.address}/insight/page`)
    await chief.locator('.sheet-a4').waitFor()
    expect(await violations(chief)).toEqual([])
  }, 120_000)

  it('in every part of the administration, with its dialogs', async () => {
    await installer.goto(`${demo.address}/admin`)
    await dressed(installer)
    for (const part of ['people', 'units', 'regions', 'record', 'editions', 'layouts', 'system']) {
      await installer.goto(`${demo.address}/admin/${part}`)
      await installer.locator('.admin-part h1').waitFor()
      await installer.locator('.admin-part .soft').first().waitFor()
      await installer.waitForTimeout(500)
      expect(await violations(installer), part).toEqual([])
    }
    await installer.goto(`${demo.address}/admin/people`)
    await installer.locator('.section-head .button.main').click()
    await installer.getByRole('dialog').waitFor()
    expect(await violations(installer)).toEqual([])
    await installer.keyboard.press('Escape')
    // From a sheet, with a line that is wrong.
    await installer.locator('.section-head .button:not(.main)').click()
    await installer
      .getByRole('dialog')
      .locator('textarea')
      .fill('姓名\t登录名\t单位\t角色\n孙四\tsunsi\t没有的\t填报人')
    await installer.getByRole('dialog').locator('.at-start').click()
    await installer.getByRole('dialog').locator('tbody tr').waitFor()
    expect(await violations(installer)).toEqual([])
    await installer.keyboard.press('Escape')
    await chief.goto(`${demo.address}/admin/campaigns`)
    await dressed(chief)
    await chief.locator('table.data [aria-haspopup=menu]').first().click()
    expect(await violations(chief)).toEqual([])
    await chief.keyboard.press('Escape')
    await chief.locator('.section-head .button.main').click()
    await chief.getByRole('dialog').waitFor()
    expect(await violations(chief)).toEqual([])
    await chief.goto(`${demo.address}/admin/jobs`)
    await chief.locator('.many').waitFor()
    expect(await violations(chief)).toEqual([])
    await chief.goto(`${demo.address}/tokens`)
    await chief.locator('main h1').waitFor()
    expect(await violations(chief)).toEqual([])
  }, 120_000)

  it('at a chief’s home with who has not submitted, nudging, drawing a sample; at a clerk’s home with its notice', async () => {
    await chief.goto(demo.address)
    await dressed(chief)
    await chief.locator('.missing summary').first().click()
    expect(await violations(chief)).toEqual([])
    await chief.locator('.missing .button').first().click()
    const dialog = chief.getByRole('dialog')
    await dialog.waitFor()
    expect(await violations(chief)).toEqual([])
    await dialog.locator('.button.main').click()
    await dialog.locator('.notice').waitFor()
    expect(await violations(chief)).toEqual([])
    await chief.goto(`${demo.address}/review`)
    await chief.locator('.queue .section-head .button').first().click()
    await dialog.locator('.picked input').first().waitFor()
    expect(await violations(chief)).toEqual([])
    const page = await signInToDemo(browser, demo, 'tianbao')
    await dressed(page)
    await page.locator('section[aria-labelledby=notices] li').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  }, 120_000)

  it('where a file is imported, and where the form is seen before it is printed', async () => {
    const { page } = clerk
    await page.goto(`${office.address}/forms/${office.filing}`)
    await dressed(page)
    await judged(page)
    await page.getByRole('button', { name: /^(导入|Import)$/ }).click()
    await page
      .locator('dialog input[type=file]')
      .setInputFiles({ name: 'form.txt', mimeType: 'text/plain', buffer: readFileSync(sampleFile) })
    await page.locator('dialog strong').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.desk-acts [aria-haspopup=menu]').click()
    await page.getByRole('menuitem', { name: /打印预览|preview/i }).click()
    await page.locator('iframe.form-frame').waitFor()
    expect(await violations(page)).toEqual([])
  }, 90_000)

  it('on the public pages', async () => {
    const context = await browser.newContext({ colorScheme: look.theme })
    const page = await context.newPage()
    const lang = look.lang === 'zh' ? '' : '?lang=en'
    await page.goto(`${demo.address}/public${lang}`)
    expect(await violations(page)).toEqual([])
    await page.locator('table.cards th a').first().click()
    await page.locator('h1').waitFor()
    expect(await violations(page)).toEqual([])
    await context.close()
  }, 60_000)
})
