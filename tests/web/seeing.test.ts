import { readFileSync } from 'node:fs'
import type { Browser, Download, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { type Demo, openDemo, signInToDemo } from './support/demo.ts'

let browser: Browser
let demo: Demo
let page: Page

beforeAll(async () => {
  ;[browser, demo] = await Promise.all([launchBrowser(), openDemo()])
  page = await signInToDemo(browser, demo, 'jixiao')
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
}, 60_000)

/** Charts of the page of figures; each tells something of the forms of the demo. */
const charts = [
  '上报进度',
  '评级分布',
  '各单位总分',
  '预算执行与绩效得分',
  '哪类指标失分最多',
  '大幅超额完成',
  '满意度集中在哪些数',
  '分数挤在顶端',
  '三年对比',
  '逐日提交',
]

async function figures(year = 2023): Promise<void> {
  await page.goto(`${demo.address}/insight`)
  await page.getByLabel('自评工作').selectOption({ label: `${year}年度部门整体支出绩效自评` })
  await chart('三年对比').locator('.chart-box svg').waitFor()
  await chart('逐日提交').locator('.chart-box svg').waitFor()
}

function chart(title: string): Locator {
  return page.getByRole('figure', { name: title, exact: true })
}

async function saved(title: string, item: string): Promise<Download> {
  await chart(title)
    .getByRole('button', { name: `下载：${title}` })
    .click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: item }).click()
  return download
}

describe('the figures of a year', () => {
  it('are drawn, each chart with a sentence that has figures in it', async () => {
    await figures()
    const titles = await page.locator('.chart h2').allTextContents()
    expect(titles).toEqual(expect.arrayContaining([...charts, '复核改变了什么']))
    for (const title of charts) {
      expect(await chart(title).locator('svg [data-mark]').count(), title).toBeGreaterThan(0)
      expect(await chart(title).locator('.chart-says').textContent(), title).not.toBe('')
    }
    expect(await chart('各单位总分').locator('.chart-says').textContent()).toMatch(/40份表，平均\d+\.\d+分/)
  }, 90_000)

  it.each(charts)(
    '“%s” has the same rows in its table and its csv, and is a picture in two formats',
    async (title) => {
      await chart(title).getByText('数据表', { exact: true }).click()
      const head = await chart(title).locator('thead th').allTextContents()
      const rows = await chart(title)
        .locator('tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')))
      expect(rows.length).toBeGreaterThan(0)
      const csv = readFileSync(await (await saved(title, '数据 csv')).path(), 'utf8')
      const lines = csv
        .replace(/^\uFEFF/, '')
        .trimEnd()
        .split('\r\n')
      expect(lines[0]).toBe(head.join())
      // The page holds the first rows, the file all.
      expect(lines.length - 1).toBeGreaterThanOrEqual(rows.length)
      expect(lines.slice(1, rows.length + 1)).toEqual(
        rows.map((row) => row.map((text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join()),
      )
      const svg = readFileSync(await (await saved(title, '图 svg')).path(), 'utf8')
      expect(svg).toMatch(/^<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
      expect(svg).toContain(title)
      const png = readFileSync(await (await saved(title, '图 png')).path())
      expect([...png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')])
      expect(png.length).toBeGreaterThan(2000)
    },
    60_000,
  )

  it('lead from a mark to the form, and from a kind of indicator to the rows that lost points, and to the cell', async () => {
    await figures()
    const mark = chart('各单位总分').locator('a.mark').first()
    const said = (await mark.getAttribute('aria-label')) ?? ''
    await mark.click()
    await page.locator('.sheet-table').waitFor()
    expect(said).toContain((await page.locator('.toolbar h1').textContent())!.split(' ')[0]!)

    await figures()
    await chart('哪类指标失分最多').locator('a.mark').first().click()
    await page.getByRole('heading', { name: /数量/ }).waitFor()
    const first = page.locator('.insight-rows tbody tr').first()
    const [name = '', , target = '', actual = ''] = await first.locator('td').allTextContents()
    const most = await page.locator('.insight-rows tbody tr td:last-child').allTextContents()
    expect(most.map(Number)).toEqual([...most].map(Number).sort((one, other) => other - one))
    await first.locator('a').click()
    await page.locator('.totals dd').first().waitFor()
    // One stands in the row that was chosen, at the score it lost, with what it rests on.
    await expect.poll(() => page.locator('.cell-name').textContent()).toContain(`${name} · `)
    await expect.poll(() => page.locator('.cell-name').textContent()).toContain('得分')
    await expect.poll(() => page.getByRole('tab', { selected: true }).textContent()).toBe('本行得分')
    const shown = await page.locator('.sheet-table tr', { hasText: name }).first().textContent()
    expect(shown).toContain(target)
    expect(shown).toContain(actual)
  }, 90_000)

  it('are walked with the keyboard: one stop for a drawing, arrows within it, Enter opens', async () => {
    await figures()
    const marks = chart('各单位总分').locator('a.mark')
    await marks.first().focus()
    await page.keyboard.press('ArrowDown')
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    expect(label).toBe(await marks.nth(1).getAttribute('aria-label'))
    await expect.poll(() => chart('各单位总分').locator('.chart-told').textContent()).toBe(label)
    await page.keyboard.press('Enter')
    await page.locator('.sheet-table').waitFor()
  }, 60_000)

  it('stand on one page for the chief, which is one page of paper', async () => {
    await page.goto(`${demo.address}/insight`)
    await page.getByLabel('自评工作').selectOption({ label: '2023年度部门整体支出绩效自评' })
    await page.getByRole('link', { name: '一页报告（可打印）' }).click()
    await page.locator('.sheet-a4 .decisions li').first().waitFor()
    const text = (await page.locator('.sheet-a4').textContent()) ?? ''
    expect(text).toMatch(/本年共40份自评表，已提交25份/)
    expect(text).toMatch(/15份尚未提交/)
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(1)
  }, 60_000)
})
