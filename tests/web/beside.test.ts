import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readForms } from '../../src/app/index.ts'
import { pagePicture } from '../../src/app/page-picture.ts'
import { layOutForm, layoutOf } from '../../src/core/layout/index.ts'
import { writePdf } from '../../src/writers/pdf/index.ts'
import { launchBrowser } from './support/browser.ts'
import { cellUnder, judged } from './support/editor-page.ts'
import { importSample, openOffice, signIn, type TestOffice, take } from './support/office.ts'

/** A form of one page, printed and taken as a picture. */
async function pictured(): Promise<Buffer> {
  const file = new URL('../corpus/a-national-review-tsv/form.txt', import.meta.url).pathname
  const { recognitions } = await readForms(readFileSync(file), 'form.txt')
  const { form: read } = recognitions[0]!
  const png = await pagePicture(await writePdf(layOutForm(read, layoutOf(read)), { title: '', json: '{}' }), {
    page: 1,
  })
  return Buffer.from(png!)
}

let browser: Browser
let office: TestOffice
let page: Page
let picture: Buffer

async function form(of: Page): Promise<void> {
  await of.goto(`${office.address}/forms/${office.filing}`)
  await judged(of)
}

beforeAll(async () => {
  ;[browser, office] = await Promise.all([launchBrowser(), openOffice()])
  picture = await pictured()
  page = (await signIn(browser, office, 'clerk')).page
  await form(page)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await office?.stop()
})

describe('what stands beside a form', () => {
  it('a scan is confirmed place by place beside its picture; what was read wrong is mended and undone', async () => {
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: '导入文件…' }).click()
    await page
      .locator('dialog input[type=file]')
      .setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: picture })
    const strip = page.getByRole('img', { name: '原件上的这一处' })
    await strip.waitFor({ timeout: 120_000 })
    // The strip is a part of the page: a line high, drawn by the server.
    const size = () =>
      strip.evaluate(
        (image) => [(image as HTMLImageElement).naturalWidth, (image as HTMLImageElement).naturalHeight] as const,
      )
    await expect.poll(async () => (await size())[0], { timeout: 30_000 }).toBeGreaterThan(10)
    const [width, height] = await size()
    expect(height).toBeLessThan(width * 4)
    await page.locator('.page-mark').waitFor()
    const field = page.getByRole('textbox', { name: '读到的内容（不对就改）' })
    await expect.poll(() => field.inputValue()).not.toBe('')
    const first = await page.locator('.doubt strong').textContent()
    await field.press('Enter')
    await expect.poll(() => page.locator('.doubt strong').textContent()).not.toBe(first)
    await page
      .getByRole('button', { name: '导入（可撤销）' })
      .isDisabled()
      .then((is) => expect(is).toBe(true))
    await field.fill('核对原件后改正的文字')
    await field.press('Enter')
    await page.getByRole('button', { name: '其余都核对过，全部确认' }).click()
    await page.getByRole('button', { name: '导入（可撤销）' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 120_000 })
    await page.locator('.sheet-table td', { hasText: '核对原件后改正的文字' }).waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.locator('.sheet-table td', { hasText: '核对原件后改正的文字' }).waitFor({ state: 'detached' })
  }, 300_000)

  it('the preview is the printed form; each product comes as a file', async () => {
    await importSample(page)
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: '打印预览…' }).click()
    const frame = page.frameLocator('iframe.form-frame')
    await frame.locator('td', { hasText: '职业化工会工作者人数' }).first().waitFor()
    await page.getByRole('button', { name: '关闭' }).click()
    const products = [
      'form&format=xlsx',
      'workbook&format=xlsx',
      'basis&format=xlsx',
      'report&format=docx',
      'data&format=csv',
      'data&format=json',
    ]
    for (const product of products) {
      const answer = await page.request.get(
        `${office.address}/api/filings/${office.filing}/print?what=${product}&lang=zh`,
      )
      expect(answer.status(), product).toBe(200)
      expect(answer.headers()['content-disposition'], product).toContain('attachment')
      expect((await answer.body()).length, product).toBeGreaterThan(1000)
    }
  }, 120_000)

  it('evidence is added to the row one stands in, refused with the server’s words, and taken away', async () => {
    await (await cellUnder(page, '职业化工会工作者人数', '得分')).click()
    await page.getByRole('tab', { name: /^佐证/ }).click()
    const field = page.locator('.evidence-panel input[type=file]')
    await field.setInputFiles({
      name: 'a.exe',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from([0x4d, 0x5a, 0, 1, 2]),
    })
    await page.getByText('不接受这种文件').waitFor()
    await field.setInputFiles({ name: '名册.png', mimeType: 'image/png', buffer: picture })
    const link = page.getByRole('region', { name: '本行的佐证' }).getByRole('link', { name: '名册.png' })
    await link.waitFor()
    const file = await page.request.get(`${office.address}${await link.getAttribute('href')}`)
    expect(Buffer.compare(await file.body(), picture)).toBe(0)
    await page.getByRole('button', { name: '移除 名册.png' }).click()
    await link.waitFor({ state: 'detached' })
  }, 90_000)

  it('after a return, what was changed since stands in the cells and in a list, with what stood there', async () => {
    for (;;) {
      await page.getByRole('tab', { name: '问题' }).click()
      const open = page.locator('.findings-of.error .finding', { hasNot: page.locator('.explained') })
      if ((await open.count()) === 0) break
      await open.first().getByRole('button', { name: '说明为何保留' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill('原始资料如此。')
      const all = dialog.getByRole('checkbox')
      if ((await all.count()) > 0) await all.check()
      await dialog.getByRole('button', { name: '保存说明' }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    await take(page, '提交')
    const head = (await signIn(browser, office, 'unitHead')).page
    await form(head)
    await take(head, '退回', (desk) => desk.getByLabel('原因或说明').fill('请补填得分'))
    await form(page)
    await (await cellUnder(page, '未成年人帮扶项目个案建档数', '得分')).click()
    await page.keyboard.type('0.85')
    await page.keyboard.press('Enter')
    await page.locator('.toolbar output', { hasText: '已保存' }).waitFor()
    await form(head)
    await head.getByRole('tab', { name: '变动 1' }).click()
    const change = head.getByRole('tabpanel').locator('.finding')
    await expect.poll(() => change.textContent()).toMatch(/未成年人帮扶项目个案建档数.*空 → 0\.85/)
    expect(await head.locator('.sheet-table td.is-changed').count()).toBe(1)
  }, 240_000)
})
