import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RoleName } from '../server/bureau.ts'
import { launchBrowser } from './support/browser.ts'
import { cellUnder, judged, totals } from './support/editor-page.ts'
import { importSample, openOffice, signIn, type TestOffice, take } from './support/office.ts'

let browser: Browser
let office: TestOffice
const desks = new Map<RoleName, Page>()

beforeAll(async () => {
  ;[browser, office] = await Promise.all([launchBrowser(), openOffice()])
}, 120_000)
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail' || process.env.ZIPING_PICTURES === undefined) return
  for (const [role, page] of desks) await page.screenshot({ path: `${process.env.ZIPING_PICTURES}/${role}.png` })
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
}, 60_000)

/** The form on the desk of a person, as it stands now. */
async function desk(role: RoleName): Promise<Page> {
  let page = desks.get(role)
  if (page === undefined) {
    page = (await signIn(browser, office, role)).page
    desks.set(role, page)
  }
  await page.goto(`${office.address}/forms/${office.filing}`)
  await judged(page)
  return page
}

const lost: readonly (readonly [string, string])[] = [
  ['未成年人帮扶项目个案建档数', '0.85'],
  ['全年参与文明劝导志愿者人数', '0.5'],
]

describe('a form from the unit to the public page, each step by its own person in a browser', () => {
  it('is imported, mended, explained and handed in by the clerk', async () => {
    const { page } = await signIn(browser, office, 'clerk')
    desks.set('clerk', page)
    await page.getByRole('heading', { name: '待办 1 件' }).waitFor()
    await page.getByRole('link', { name: /社会福利中心/ }).click()
    await judged(page)
    await importSample(page)
    await expect.poll(() => totals(page)).toEqual(['96.62', '90.83', '83.91–99.63', '99.93'])
    for (const [name, score] of lost) {
      await (await cellUnder(page, name, '得分')).click()
      await page.keyboard.type(score)
      await page.keyboard.press('Enter')
    }
    await page.locator('.totals', { hasText: '缺3个得分' }).waitFor()
    // Before publication somebody is asked about this one.
    await (await cellUnder(page, lost[0]![0], '偏差原因分析及改进措施')).click()
    await page.keyboard.type('联系电话0755-82001234')
    await page.keyboard.press('Enter')
    // What a machine may mend, at one key.
    await page.getByRole('button', { name: /^改正机器能改的 \d+ 处$/ }).click()
    await page.locator('.sheet-table td', { hasText: '≤30万元' }).waitFor()
    // Every kind of error that is left is explained, once for all its places.
    for (;;) {
      await page.getByRole('tab', { name: '问题' }).click()
      const open = page.locator('.findings-of.error .finding', { hasNot: page.locator('.explained') })
      if ((await open.count()) === 0) break
      await open.first().getByRole('button', { name: '说明为何保留' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill('原始资料如此，已与业务科室核对。')
      const all = dialog.getByRole('checkbox')
      if ((await all.count()) > 0) await all.check()
      await dialog.getByRole('button', { name: '保存说明' }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    await page.locator('.toolbar output', { hasText: '已保存' }).waitFor()
    await take(page, '提交')
    await page.locator('.desk-acts', { hasText: '待单位负责人审批' }).waitFor()
  }, 120_000)

  it('carries a file that proves a row, which the reviewer of the department can open', async () => {
    const clerk = await desk('clerk')
    // Handed in, it takes no more files: the head returns it for that.
    await take(await desk('unitHead'), '退回', (page) => page.getByLabel('退回原因，要改什么').fill('请附培训名册'))
    await clerk.reload()
    await judged(clerk)
    await clerk.locator('.notice', { hasText: '请附培训名册' }).waitFor()
    await (await cellUnder(clerk, '职业化工会工作者人数', '得分')).click()
    await clerk.getByRole('tab', { name: '佐证' }).click()
    await clerk
      .getByLabel('为“职业化工会工作者人数”添加佐证材料')
      .setInputFiles({ name: '名册.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })
    await clerk.getByRole('region', { name: '本行的佐证' }).getByRole('link', { name: '名册.pdf' }).waitFor()
    await take(clerk, '提交')
    await take(await desk('unitHead'), '单位审批通过')
    const reviewer = await desk('supervisorReviewer')
    await reviewer.locator('.sheet-table td', { hasText: '职业化工会工作者人数' }).first().click()
    await reviewer.getByRole('tab', { name: '佐证' }).click()
    const download = reviewer.waitForEvent('download')
    await reviewer.getByRole('link', { name: '名册.pdf' }).click()
    expect(readFileSync(await (await download).path(), 'utf8')).toBe('%PDF-1.4\n%%EOF\n')
    expect(await reviewer.getByRole('button', { name: '移除 名册.pdf' }).count()).toBe(0)
  }, 90_000)

  it('comes back from the department with comments at its cells, is corrected and handed in again', async () => {
    const reviewer = await desk('supervisorReviewer')
    await (await cellUnder(reviewer, '全年开展各类妇女儿童活动项目总成本', '得分')).click()
    await reviewer.getByRole('tab', { name: '批注' }).click()
    await reviewer.getByLabel(/^对“.*总成本.*”批注$/).fill('此行得分漏填，请补。')
    await reviewer.getByRole('button', { name: '批注', exact: true }).click()
    await reviewer.locator('.comment', { hasText: '此行得分漏填' }).waitFor()
    await take(reviewer, '退回', (page) => page.getByLabel('退回原因，要改什么').fill('请按批注补填'))
    const clerk = desks.get('clerk')!
    await clerk.goto(office.address)
    await clerk.locator('.came-back', { hasText: '请按批注补填' }).waitFor()
    await desk('clerk')
    const cell = await cellUnder(clerk, '全年开展各类妇女儿童活动项目总成本', '得分')
    await expect.poll(() => cell.getAttribute('class')).toContain('has-comment')
    await clerk.getByRole('tab', { name: '批注' }).click()
    await clerk
      .locator('.comment', { hasText: '此行得分漏填' })
      .getByRole('button', { name: /总成本/ })
      .click()
    await clerk.locator('.cell-input').focus()
    await clerk.keyboard.type('0.97')
    await clerk.keyboard.press('Enter')
    await clerk.locator('.totals', { hasText: '缺2个得分' }).waitFor()
    await clerk.locator('.comment', { hasText: '此行得分漏填' }).getByRole('button', { name: '已处理' }).click()
    await clerk.locator('.comment.is-settled', { hasText: '此行得分漏填' }).waitFor()
    await take(clerk, '提交')
  }, 90_000)

  it('passes every office, each by another hand, who sees what has changed since the return', async () => {
    await take(await desk('unitHead'), '单位审批通过')
    const reviewer = await desk('supervisorReviewer')
    await reviewer.getByRole('tab', { name: '变动' }).click()
    await reviewer.locator('.changes-panel .finding', { hasText: '总成本' }).getByText('0.97').waitFor()
    // The department works through its queue, all chosen at once.
    await reviewer.goto(`${office.address}/review`)
    await reviewer.getByLabel('全选').check()
    await reviewer.getByRole('button', { name: '审核上报' }).click()
    await reviewer.getByText('已办理 1 份').waitFor()
    await take(await desk('budgetOfficer'), '初审通过')
    await take(await desk('performanceOfficer'), '受理')
  }, 90_000)

  it('is drawn by the sample, and scores of two rows are cut', async () => {
    const officer = desks.get('performanceOfficer')!
    await officer.goto(`${office.address}/review`)
    await officer.getByRole('button', { name: '抽查…' }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByLabel('抽查比例（%）').fill('100')
    await dialog.getByLabel(/^社会福利中心 按风险/).waitFor()
    await dialog.getByRole('checkbox', { name: 'thirdPartyReviewer' }).check()
    await dialog.getByRole('button', { name: '抽中 1 份' }).click()
    await officer.getByText('已办理 1 份').waitFor()
    const reviewer = await desk('thirdPartyReviewer')
    for (const [name, score] of [
      ['职业化工会工作者人数', '0.5'],
      ['开展青少年活动场数', '0.2'],
    ] as const) {
      await reviewer.locator('.sheet-table td', { hasText: name }).first().click()
      await reviewer.getByRole('tab', { name: '复核' }).click()
      await reviewer.getByRole('textbox', { name: '复核得分' }).fill(score)
      await reviewer.getByLabel('常用意见').selectOption('no-evidence')
      await reviewer.getByRole('button', { name: '保存复核意见' }).click()
      await reviewer.locator('.assess tbody tr', { hasText: name }).waitFor()
    }
    await reviewer.locator('.assess > .figures', { hasText: /复核后等级 [优良中差]$/ }).waitFor()
    // What is spent is reviewed too; a task of it is chosen.
    await reviewer.locator('.sheet-table td', { hasText: '基本支出' }).first().click()
    await reviewer.getByRole('tab', { name: '复核' }).click()
    await reviewer.locator('.assess h2', { hasText: '预算执行' }).waitFor()
    // The reviewer’s points stand under the unit’s, in the cell.
    const cell = await cellUnder(reviewer, '职业化工会工作者人数', '得分')
    await expect.poll(() => cell.locator('.cell-beside').textContent()).toContain('0.5')
    await take(reviewer, '完成复核', (page) => page.getByLabel('期限').fill('2099-01-31'))
  }, 120_000)

  it('is appealed point by point, each point decided by itself', async () => {
    await take(await desk('unitHead'), '申诉', async (page) => {
      await page.getByLabel(/^职业化工会工作者人数/).fill('社保名册可以证明')
      await page.getByLabel(/^开展青少年活动场数/).fill('场次记录可以证明')
    })
    const officer = await desk('performanceOfficer')
    await officer.getByRole('tab', { name: '申诉' }).click()
    const point = (name: string) => officer.locator('.appeal > li', { hasText: name })
    await point('职业化工会工作者人数').getByText('社保名册可以证明').waitFor()
    await point('职业化工会工作者人数').getByLabel('原因或说明').fill('名册与表中人数不符')
    await point('职业化工会工作者人数').getByRole('button', { name: '维持复核意见' }).click()
    await point('职业化工会工作者人数').locator('.notice', { hasText: '维持复核意见' }).waitFor()
    await point('开展青少年活动场数').getByLabel('原因或说明').fill('记录属实')
    await point('开展青少年活动场数').getByRole('button', { name: '申诉成立，恢复单位得分' }).click()
    await point('开展青少年活动场数').locator('.notice', { hasText: '申诉成立' }).waitFor()
    await take(officer, '定案')
  }, 90_000)

  it('is rectified: asked for, answered, closed', async () => {
    const officer = await desk('performanceOfficer')
    await take(officer, '下达整改通知', async (page) => {
      await page.getByLabel('整改要求：哪些问题，怎样整改').fill('请完善人数统计办法')
      await page.getByLabel('期限').fill('2099-03-01')
    })
    const head = await desk('unitHead')
    await head.getByRole('tab', { name: '整改' }).click()
    await head.getByText('请完善人数统计办法').waitFor()
    await head.getByRole('tabpanel').getByRole('button', { name: '报送整改结果' }).click()
    await head.getByRole('dialog').getByLabel('整改情况（佐证在“佐证”中添加）').fill('已制定统计办法')
    await head.getByRole('dialog').getByRole('button', { name: '报送整改结果' }).click()
    await head.getByRole('dialog').waitFor({ state: 'detached' })
    await desk('performanceOfficer')
    await officer.getByRole('tab', { name: '整改' }).click()
    await officer.getByText('已制定统计办法').waitFor()
    await officer.getByRole('tabpanel').getByRole('button', { name: '整改验收' }).click()
    await officer.getByRole('dialog').getByRole('button', { name: '整改验收' }).click()
    await officer.getByRole('dialog').waitFor({ state: 'detached' })
  }, 120_000)

  it('is seen as the official form before it is printed, and printed', async () => {
    const page = await desk('clerk')
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: '打印预览…' }).click()
    const frame = page.frameLocator('iframe.form-frame')
    await frame.locator('td', { hasText: '职业化工会工作者人数' }).first().waitFor()
    const heads = await frame.locator('th').allTextContents()
    for (const head of ['三级指标', '年度指标值', '分值', '得分']) expect(heads.join()).toContain(head)
    const download = page.waitForEvent('download')
    await page.getByRole('dialog').getByRole('button', { name: 'pdf', exact: true }).click()
    const file = readFileSync(await (await download).path())
    expect(file.subarray(0, 5).toString()).toBe('%PDF-')
    await page.keyboard.press('Escape')
  }, 90_000)

  it('is cleared, published, and read by anybody without script', async () => {
    const confirmAll = async (page: Page) => {
      await page.locator('.confirm-items label', { hasText: '像电话号码' }).waitFor()
      for (const box of await page.locator('.confirm-items input').all()) await box.check()
    }
    await take(await desk('unitHead'), '确认公开前检查', confirmAll)
    await take(await desk('performanceOfficer'), '公开', confirmAll)
    const context = await browser.newContext({ javaScriptEnabled: false })
    const anybody = await context.newPage()
    await anybody.goto(`${office.address}/public`)
    expect(await anybody.locator('body').textContent()).toContain('2021')
    await anybody.locator('table.cards th a').first().click()
    const body = (await anybody.locator('body').textContent()) ?? ''
    for (const word of ['职业化工会工作者人数', '社会福利中心', '2021']) expect(body).toContain(word)
    // Its address is its own, for good; what it offers to take away is there.
    expect(new URL(anybody.url()).pathname).toBe(`/public/forms/${office.filing}`)
    const [download] = await Promise.all([
      anybody.waitForEvent('download'),
      anybody.getByRole('link', { name: 'xlsx', exact: true }).click(),
    ])
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    // An address that leads nowhere says so in words, and leads on.
    await anybody.goto(`${office.address}/public/forms/nowhere`)
    await anybody.getByText('这份表不在公开的自评表之中').waitFor()
    await context.close()
  }, 90_000)

  it('keeps in words who did what', async () => {
    const page = await desk('performanceOfficer')
    await page.getByRole('tab', { name: '记录' }).click()
    await page.locator('.record-list li').first().waitFor()
    const said = await page.locator('.record-list').textContent()
    for (const word of ['公开', '定案', '整改', '申诉', '抽中', '退回', '提交', '导入']) expect(said).toContain(word)
  }, 60_000)
})
