import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JobView } from '../../src/api/types.ts'
import { launchBrowser } from './support/browser.ts'
import { cellUnder, judged, sheetTexts } from './support/editor-page.ts'
import { openOffice, signIn, type TestOffice } from './support/office.ts'
import { scannedForm } from './support/scan.ts'

let browser: Browser
let office: TestOffice
let scan: Buffer
let page: Page

beforeAll(async () => {
  ;[browser, office, scan] = await Promise.all([launchBrowser(), openOffice(), scannedForm()])
  page = (await signIn(browser, office, 'clerk')).page
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await office?.stop()
}, 60_000)

async function openForm(): Promise<void> {
  await page.goto(`${office.address}/forms/${office.filing}`)
  await judged(page)
}

/** Drops a file on the page, as a hand does that drags it out of a folder. */
async function drop(name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ({ name, content }) => {
      const transfer = new DataTransfer()
      const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type: 'image/jpeg' }))
      return transfer
    },
    { name, content: bytes.toString('base64') },
  )
  await page.dispatchEvent('.sheet-table', 'dragover', { dataTransfer: data })
  await page.locator('.drop-veil').waitFor()
  await page.dispatchEvent('.sheet-table', 'drop', { dataTransfer: data })
}

/** How much ink the strip shows, in parts of its area; 0 until it is there. */
function ink(): Promise<number> {
  return page.locator('.doubt canvas').evaluate((element) => {
    const canvas = element as HTMLCanvasElement
    if (canvas.width === 0) return 0
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if (data[at]! < 128 && data[at + 3]! > 200) dark++
    return dark / (data.length / 4)
  })
}

async function targetOf(name: string): Promise<string> {
  return ((await (await cellUnder(page, name, '年度指标值')).textContent()) ?? '').replace(/ \(.*\)$/, '')
}

describe('a scan into a form', () => {
  let before: string[][]

  it('is dropped on the page and stands beside its picture; what is doubtful is accepted by Enter alone', async () => {
    await openForm()
    before = await sheetTexts(page)
    await drop('扫描件.jpg', scan)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('部门整体支出绩效自评表').first().waitFor({ timeout: 60_000 })
    await dialog.locator('.page-mark').waitFor({ timeout: 30_000 })
    // Signs on paper: neither nothing nor all black.
    await expect.poll(ink).toBeGreaterThan(0.02)
    expect(await ink()).toBeLessThan(0.6)
    const take = dialog.getByRole('button', { name: '导入（可撤销）' })
    expect(await take.isDisabled()).toBe(true)
    const places = Number(/\/(\d+)/.exec((await dialog.locator('.doubt .figures').textContent())!)![1])
    expect(places).toBeGreaterThan(1)
    for (let at = 0; at < places; at++) {
      // The one before may still be shown for a moment after its Enter.
      await dialog.locator('.doubt .figures', { hasText: new RegExp(`(^|\\D)${at + 1}/${places}`) }).waitFor()
      const field = dialog.locator('.doubt .input')
      if (/^[>≥]?5个$/.test(await field.inputValue())) await field.fill('≥5个')
      await page.keyboard.press('Enter')
    }
    await dialog.getByText('都已确认').waitFor()
    await take.click()
    await dialog.waitFor({ state: 'detached' })
    // Heads and rows are asked for one after the other: the sheet may change between.
    await expect.poll(() => targetOf('新建公园数量')).toBe('≥5个')
    await expect.poll(async () => (await cellUnder(page, '受益人数', '得分')).textContent()).toMatch(/^30/)
  }, 120_000)

  it('is taken back as any other change, and stays so', async () => {
    const kept = page.locator('.toolbar output', { hasText: '已保存' })
    const undo = page.getByRole('button', { name: '撤销', exact: true })
    for (let steps = 0; steps < 2 && (await undo.isEnabled()); steps++) await page.keyboard.press('Control+z')
    await expect.poll(() => sheetTexts(page)).toEqual(before)
    await kept.waitFor()
    await openForm()
    expect(await sheetTexts(page)).toEqual(before)
  }, 60_000)

  it('of a bulk import waits at its form until its doubts are settled there', async () => {
    const { performanceOfficer } = office.bureau.people
    const campaigns = await performanceOfficer.ask<{ items: readonly { id: string }[] }>('GET', '/api/campaigns')
    const file = new FormData()
    file.append('file', new Blob([new Uint8Array(scan)]), '上报.jpg')
    const path = `/api/campaigns/${campaigns.body.items[0]!.id}/jobs/import`
    const job = await office.bureau.people.clerk.ask<{ id: string }>('POST', path, file)
    const items = async () => {
      const { body } = await office.bureau.people.clerk.ask<JobView>('GET', `/api/jobs/${job.body.id}`)
      return body.items.map(({ state, filing }) => [state, filing])
    }
    await expect.poll(items, { timeout: 60_000, interval: 500 }).toEqual([['confirm', office.filing]])
    // Nobody settles what waits at a form that he does not see.
    const stranger = await office.bureau.people.stranger.ask('GET', `/api/filings/${office.filing}/import/waiting`)
    expect(stranger.status).toBe(404)

    await openForm()
    const notice = page.locator('.notice', { hasText: '上报.jpg' })
    await notice.getByRole('button', { name: '逐处确认' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '其余都核对过，全部确认' }).click({ timeout: 60_000 })
    await dialog.getByRole('button', { name: '导入（可撤销）' }).click()
    await dialog.waitFor({ state: 'detached' })
    await notice.waitFor({ state: 'detached' })
    await expect.poll(() => targetOf('受益人数')).toBe('≥1200人')
    await expect.poll(items).toEqual([['done', office.filing]])
  }, 120_000)
})
