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
})

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

  it('comes back with its reason, is corrected and handed in again', async () => {
    const head = await desk('unitHead')
    await take(head, '退回', (page) =>
      page.getByLabel('原因或说明').fill('请补填“全年开展各类妇女儿童活动项目总成本”的得分'),
    )
    const clerk = await desk('clerk')
    await clerk.locator('.notice', { hasText: '请补填' }).waitFor()
    await (await cellUnder(clerk, '全年开展各类妇女儿童活动项目总成本', '得分')).click()
    await clerk.keyboard.type('0.97')
    await clerk.keyboard.press('Enter')
    await clerk.locator('.totals', { hasText: '缺2个得分' }).waitFor()
    await take(clerk, '提交')
  }, 60_000)

  it('passes every office, each by another hand', async () => {
    await take(await desk('unitHead'), '单位审批通过')
    // The department works through its queue, all chosen at once.
    await desk('supervisorReviewer')
    const queue = desks.get('supervisorReviewer')!
    await queue.goto(`${office.address}/review`)
    await queue.getByLabel('全选').check()
    await queue.getByRole('button', { name: '审核上报' }).click()
    await queue.getByText('已办理 1 份').waitFor()
    await take(await desk('budgetOfficer'), '初审通过')
    await take(await desk('performanceOfficer'), '受理')
  }, 90_000)

  it('is sampled, cut, appealed, decided and closed', async () => {
    await take(await desk('performanceOfficer'), '抽中复核', (page) =>
      page.getByRole('checkbox', { name: 'thirdPartyReviewer' }).check(),
    )
    const reviewer = await desk('thirdPartyReviewer')
    await reviewer.locator('.sheet-table td', { hasText: '职业化工会工作者人数' }).first().click()
    await reviewer.getByRole('tab', { name: '复核' }).click()
    await reviewer.getByRole('textbox', { name: '复核得分' }).fill('0.5')
    await reviewer.getByLabel('常用意见').selectOption('no-evidence')
    await reviewer.getByRole('button', { name: '保存复核意见' }).click()
    await reviewer.getByText(/审减合计 4\.48 分/).waitFor()
    await take(reviewer, '完成复核', (page) => page.getByLabel('期限').fill('2099-01-31'))
    await take(await desk('unitHead'), '申诉', (page) =>
      page.getByPlaceholder('申诉理由').first().fill('社保名册可以证明'),
    )
    await take(await desk('performanceOfficer'), '答复申诉', async (page) => {
      await page.getByRole('dialog').getByRole('radio').first().check()
      await page.getByLabel('维持复核意见').check()
      await page.getByLabel('原因或说明').fill('名册与表中人数不符')
    })
    await take(await desk('performanceOfficer'), '定案')
    await take(await desk('performanceOfficer'), '办结')
  }, 120_000)

  it('is cleared, published, and read by anybody without script', async () => {
    const confirmAll = async (page: Page) => {
      await page.locator('.confirm-items').waitFor()
      await page.waitForTimeout(500)
      for (const box of await page.locator('.confirm-items input').all()) await box.check()
    }
    await take(await desk('unitHead'), '确认公开前检查', confirmAll)
    await take(await desk('performanceOfficer'), '公开', confirmAll)
    const context = await browser.newContext({ javaScriptEnabled: false })
    const anybody = await context.newPage()
    await anybody.goto(`${office.address}/public`)
    expect(await anybody.locator('body').textContent()).toContain('2021')
    await anybody.locator('table.cards th a').first().click()
    expect(await anybody.locator('body').textContent()).toContain('职业化工会工作者人数')
    await context.close()
  }, 90_000)

  it('keeps in words who did what', async () => {
    const page = await desk('performanceOfficer')
    await page.getByRole('tab', { name: '记录' }).click()
    await page.locator('.record-list li').first().waitFor()
    const said = await page.locator('.record-list').textContent()
    for (const word of ['公开', '定案', '申诉', '退回', '提交', '导入']) expect(said).toContain(word)
  }, 60_000)
})
