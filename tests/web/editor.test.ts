import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser, servePages } from './support/browser.ts'
import { cellUnder, compose, judged, openLocally, rowNamed, sheetTexts, totals } from './support/editor-page.ts'

const lost = '未成年人帮扶项目个案建档数'

let browser: Browser
let pages: Awaited<ReturnType<typeof servePages>>
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  pages = await servePages()
})
afterAll(async () => {
  await browser.close()
  await pages.close()
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  page = await context.newPage()
  await openLocally(page, pages.address)
})
afterEach(() => context.close())

async function kept(): Promise<void> {
  await page.locator('.toolbar output', { hasText: '已保存' }).waitFor()
}

describe('the form in the browser, without a server', () => {
  it('shows the totals that the command line prints', async () => {
    await expect.poll(() => totals(page)).toEqual(['96.62', '90.83', '83.91–99.63', '99.93'])
  })

  it('moves added score and findings while a score is typed, and takes it all back', async () => {
    await (await cellUnder(page, lost, '得分')).click()
    await page.keyboard.type('0.8')
    await page.locator('.totals', { hasText: '91.63' }).waitFor()
    await page.keyboard.type('5')
    await page.locator('.totals', { hasText: '91.68' }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.totals', { hasText: '缺4个得分' }).waitFor()
    await page.locator('.findings-of', { hasText: '有分值的指标没有得分4' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.locator('.totals', { hasText: '缺5个得分' }).waitFor()
    await page.keyboard.press('Control+y')
    await kept()
    await page.reload()
    await judged(page)
    await expect.poll(async () => (await cellUnder(page, lost, '得分')).textContent()).toMatch(/^0\.85/)
    // What was done before the reload can still be undone.
    await page.getByRole('button', { name: '撤销' }).click()
    await page.locator('.totals', { hasText: '缺5个得分' }).waitFor()
  })

  it('takes back what was typed wherever one stands, and never what stood in the next cell', async () => {
    const cell = await cellUnder(page, lost, '得分')
    const below = await cellUnder(page, '开展青少年活动场数', '得分')
    const before = await below.textContent()
    await cell.click()
    await page.keyboard.type('0.8')
    await page.keyboard.press('Enter')
    await expect.poll(() => cell.textContent()).toMatch(/^0\.8/)
    // Beside the form the browser would take back its own way: in the field, which lies over the next cell by now.
    await page.getByRole('tab', { name: '本行得分' }).click()
    await page.keyboard.press('Control+z')
    await page.locator('.totals', { hasText: '缺5个得分' }).waitFor()
    expect(await cell.textContent()).not.toMatch(/^0\.8/)
    await page.keyboard.press('Control+y')
    await page.locator('.totals', { hasText: '缺4个得分' }).waitFor()
    await page.getByRole('tab', { name: '问题' }).click()
    expect(await below.textContent()).toBe(before)
    expect(await page.title()).toMatch(/.+ · 自评$/)
  })

  it('loses nothing of a Chinese word that is composed straight onto a selected cell', async () => {
    const session = await context.newCDPSession(page)
    const cell = await cellUnder(page, lost, '偏差原因分析及改进措施')
    await cell.click()
    await compose(session, 'yiqing', '疫情影响')
    await compose(session, 'zanting', '，活动暂停')
    await page.keyboard.press('Enter')
    await expect.poll(() => cell.textContent()).toMatch(/^疫情影响，活动暂停/)
  })

  it('leaves a cell as it was on Escape, edits inside the text on F2', async () => {
    const cell = await cellUnder(page, lost, '分值')
    await cell.click()
    await page.keyboard.type('9')
    await page.keyboard.press('Escape')
    await expect.poll(() => cell.textContent()).toMatch(/^0\.85/)
    await page.keyboard.press('F2')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('9')
    await page.keyboard.press('Enter')
    await expect.poll(() => cell.textContent()).toMatch(/^0\.95/)
  })

  it('takes a block of 94 rows and 6 columns as LibreOffice hands it over, undoes it, and is as it was after a reload', async () => {
    const before = await sheetTexts(page)
    const rows = Array.from({ length: 94 }, (_, at) => [
      `指标${at + 1}`,
      '≥10个',
      '１２个',
      '0.95',
      '0.95',
      at % 9 === 0 ? '第一行\n第二行' : '',
    ])
    const html = `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/></head><body><table cellspacing="0" border="0"><colgroup span="6" width="85"></colgroup>${rows
      .map(
        (row) =>
          `<tr>${row.map((text) => `<td height="17" align="left">${text.replace('\n', '<br>')}</td>`).join('')}</tr>`,
      )
      .join('')}</table></body></html>`
    const text = rows.map((row) => row.map((cell) => (cell.includes('\n') ? `"${cell}"` : cell)).join('\t')).join('\n')
    await page.evaluate(
      ([markup, plain]) =>
        navigator.clipboard.write([
          new ClipboardItem({
            'text/html': new Blob([markup!], { type: 'text/html' }),
            'text/plain': new Blob([plain!], { type: 'text/plain' }),
          }),
        ]),
      [html, text],
    )
    const name = await cellUnder(page, '职业化工会工作者人数', '三级指标')
    await name.click()
    await page.keyboard.press('Control+v')
    await page.locator('.said', { hasText: '已粘贴' }).waitFor()
    const pasted = await sheetTexts(page)
    const shown = pasted.map((row) => row.slice(-6)).filter((row) => /^指标\d+$/.test(row[0] ?? ''))
    expect(shown).toEqual(rows)
    await page.keyboard.press('Control+z')
    await expect.poll(() => sheetTexts(page)).toEqual(before)
    await kept()
    await page.reload()
    await judged(page)
    await expect.poll(() => sheetTexts(page)).toEqual(before)
  })

  it('copies a block so that it can be pasted elsewhere', async () => {
    await (await cellUnder(page, lost, '年度指标值')).click()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+c')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^≥127个\t0\.85\r?\n/)
  })

  it('adds, moves and deletes rows, fills down, and shares weights out exactly', async () => {
    const count = () => page.locator('.sheet-table tr').count()
    const before = await count()
    const cell = await cellUnder(page, lost, '分值')
    await cell.click()
    await page.keyboard.press('Control+Shift+=')
    await expect.poll(count).toBe(before + 1)
    // One stands in the new row, at the first cell that is to be filled, and goes with a row that is moved.
    await page.keyboard.type('新增的一行')
    await page.keyboard.press('Tab')
    await page.keyboard.type('≥3个')
    await page.keyboard.press('Enter')
    const added = rowNamed(page, '新增的一行')
    await expect.poll(() => added.textContent()).toContain('≥3个')
    await page.keyboard.press('ArrowUp')
    const rowOf = () => added.locator('th.number').textContent().then(Number)
    const was = await rowOf()
    for (let step = 0; step < 2; step++) await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(rowOf).toBe(was - 2)
    await page.keyboard.press('Control+-')
    await expect.poll(count).toBe(before)
    expect(await page.locator('.sheet-table').textContent()).not.toContain('新增的一行')
    await cell.click()
    for (let step = 0; step < 2; step++) await page.keyboard.press('Shift+ArrowDown')
    await page.getByRole('button', { name: '行与分值' }).click()
    await page.getByRole('menuitem', { name: '分配分值…' }).click()
    await page.getByRole('textbox', { name: '合计应为' }).fill('1')
    await page.getByRole('button', { name: '分配', exact: true }).click()
    await expect.poll(() => cell.textContent()).toMatch(/^0\.34/)
  })

  it('keeps the heads of the block in sight at the top while its rows pass, and every row number out of their way', async () => {
    await (await cellUnder(page, '开展青少年活动场数', '分值')).click()
    await page.locator('.sheet').evaluate((sheet) => {
      sheet.scrollTop = 2600
    })
    const seen = () =>
      page.evaluate(() => {
        const { left, top } = document.querySelector('.sheet')!.getBoundingClientRect()
        const at = (x: number, y: number) => document.elementFromPoint(left + x, top + y)
        const head = at(300, 8)
        const row = head?.closest('tr')
        return {
          head: head?.textContent,
          // The corner before the heads belongs to them, too.
          corner: at(12, 8)?.closest('tr') === row && row?.dataset.heads !== undefined,
          under: at(300, (row?.offsetHeight ?? 0) + 20)?.closest('tr')?.dataset.heads === undefined,
        }
      })
    await expect.poll(seen).toEqual({ head: '三级指标', corner: true, under: true })
  })

  it('is drawn larger and smaller, the selected cell staying in sight, and goes back to its size', async () => {
    const cell = await cellUnder(page, lost, '年度指标值')
    await cell.click()
    const size = async () => Number.parseFloat(await cell.evaluate((element) => getComputedStyle(element).fontSize))
    const wide = async () => (await page.locator('.sheet-table').boundingBox())!.width
    const [before, own] = [await size(), await wide()]
    for (let step = 0; step < 3; step++) await page.getByRole('button', { name: '放大' }).click()
    await page.getByRole('button', { name: /^150% / }).waitFor()
    expect((await size()) / before).toBeCloseTo(1.5)
    await expect.poll(wide).toBeGreaterThan(own * 1.3)
    await expect.poll(() => cell.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThan(100)
    const frame = await page.locator('.active-frame').boundingBox()
    const box = await cell.boundingBox()
    expect(Math.abs(frame!.x - box!.x) + Math.abs(frame!.width - box!.width)).toBeLessThan(3)
    await page.getByRole('button', { name: /^150% / }).click()
    await expect.poll(size).toBeCloseTo(before)
    await page.getByRole('button', { name: '缩小' }).click()
    await page.getByRole('button', { name: /^90% / }).waitFor()
  })

  it('offers on a right click what the keys do: copy, fill down', async () => {
    const cell = await cellUnder(page, lost, '年度指标值')
    await cell.click({ button: 'right' })
    await page.getByRole('menuitem', { name: '复制' }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^≥127个/)
    const score = await cellUnder(page, lost, '得分')
    await score.click({ button: 'right' })
    await page.getByRole('menuitem', { name: '粘贴' }).click()
    await expect.poll(() => score.textContent()).toMatch(/^≥127个/)
    await page.keyboard.press('Control+z')
  })

  it('finds by text and by the first letters of pinyin', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '查找' }).click()
    await page.keyboard.type('wcnrbfxm')
    await page.locator('.find-bar output', { hasText: '1/' }).waitFor()
    await expect.poll(() => page.locator('.cell-name').textContent()).toContain(lost)
  })

  it('says how a target was understood, and why a score is what it is', async () => {
    await (await cellUnder(page, lost, '年度指标值')).click()
    await expect.poll(() => page.locator('.reading .tag').allTextContents()).toEqual(['≥', '127', '个'])
    // The form and what is told of its cell are Chinese, whatever the language of the page.
    for (const part of [page.getByRole('grid').first(), page.locator('.cell-name'), page.locator('.cell-text')]) {
      expect(await part.getAttribute('lang')).toBe('zh-CN')
    }
    await page.getByRole('tab', { name: '本行得分' }).click()
    await page.locator('.why .formula').first().waitFor()
    await page.locator('.what-if summary').click()
    await page.locator('.what-if').getByRole('textbox', { name: '完成值' }).fill('60个')
    await page.locator('.what-if', { hasText: '重算总分' }).waitFor()
    // Nothing of it is written.
    await expect.poll(() => totals(page)).toEqual(['96.62', '90.83', '83.91–99.63', '99.93'])
  })
})
