import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, runServer } from '../../src/api/run.ts'
import { removeFolder, temporaryFolder } from '../server/support.ts'
import { launchBrowser } from './support/browser.ts'

/** An installation from its first run to the first form at a clerk's home, each act at the page. */
let browser: Browser
let running: Running
let folder: string
let installer: Page
const passwords = new Map<string, string>()
const own = 'a password of one’s own'

beforeAll(async () => {
  folder = temporaryFolder()
  ;[browser, running] = await Promise.all([
    launchBrowser(),
    runServer({
      store: { data: `${folder}/data` },
      port: 0,
      host: '127.0.0.1',
      version: 'test',
      web: new URL('../../dist/web', import.meta.url).pathname,
      adminPassword: null,
      perMinute: 0,
      behindProxy: false,
      log: null,
    }),
  ])
  installer = await newPage()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await running?.stop()
  removeFolder(folder)
}, 60_000)

async function newPage(): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true })).newPage()
}

function part(page: Page, name: string) {
  return page.getByRole('navigation', { name: '管理的各部分' }).getByRole('link', { name, exact: true }).click()
}

async function enter(page: Page, login: string, password: string): Promise<void> {
  await page.goto(running.address)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.keyboard.press('Enter')
}

/** Signs in for the first time, with the password that the administrator read off the page. */
async function firstTime(login: string): Promise<Page> {
  const page = await newPage()
  await enter(page, login, passwords.get(login)!)
  await page.getByText('首次登录，请换成自己的密码。').waitFor()
  await page.getByLabel('现在的密码').fill(passwords.get(login)!)
  await page.getByLabel('新密码').fill(own)
  await page.getByRole('button', { name: '修改', exact: true }).click()
  await page.locator('.home h1').waitFor()
  return page
}

async function addPerson(page: Page, name: string, login: string, role: string, unit: string): Promise<void> {
  await page.getByRole('button', { name: '新增人员' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('姓名').fill(name)
  await dialog.getByLabel('登录名').fill(login)
  const units = dialog.getByLabel('所在单位')
  const option = units.locator('option', { hasText: unit })
  await units.selectOption((await option.first().getAttribute('value'))!)
  await dialog.getByLabel('角色', { exact: true }).selectOption({ label: role })
  passwords.set(login, (await dialog.locator('code.secret').textContent())!)
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.locator('table.data tr', { hasText: login }).waitFor()
  await page.getByRole('status').getByText(passwords.get(login)!).waitFor()
}

describe('an installation, from its first run', () => {
  it('is begun with the code of the terminal', async () => {
    await installer.goto(`${running.address}/setup#${running.setUpToken}`)
    expect(await installer.getByLabel('启用码').inputValue()).toBe(running.setUpToken)
    await installer.getByLabel('管理员密码').fill(own)
    await installer.getByRole('button', { name: '启用' }).click()
    await installer.locator('.home h1').waitFor()
    // What there must be before anybody can fill in, and that none of it is there yet.
    const beginning = installer.getByRole('region', { name: '开始使用' })
    await expect.poll(() => beginning.locator('.tag', { hasText: '待办' }).count()).toBe(3)
  }, 60_000)

  it('takes the table of region codes as it is published, and finds what each lies below', async () => {
    await installer.getByRole('link', { name: '管理', exact: true }).click()
    await part(installer, '行政区划')
    await installer.getByText('还没有载入代码。').waitFor()
    const table = '行政区划代码,单位名称\n990000,某省\n990100,某市\n990103,云溪区\n'
    const file = { name: '代码表.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
    await installer.getByLabel('选代码表').setInputFiles(file)
    await installer.getByText(/读出 3 个代码，其中新的 3 个，没有上级的 1 个；1 行没有代码/).waitFor()
    await installer.getByRole('button', { name: '载入 3 个' }).click()
    await installer.getByText('已载入 3 个代码。').waitFor()
    await installer.getByRole('searchbox').fill('yxq')
    await expect.poll(() => installer.locator('tbody tr').allTextContents()).toEqual(['990103云溪区某市 990100'])
    // A second table renames and adds; a file without codes loads nothing.
    await installer.getByLabel('选代码表').setInputFiles({ ...file, buffer: Buffer.from('说明,无\n甲,乙\n') })
    await installer.getByText(/没有读到代码/).waitFor()
  }, 60_000)

  it('gets its bureau, departments and units: by hand, and from a sheet', async () => {
    await part(installer, '单位')
    await installer.getByLabel('行政区划代码').fill('990103')
    await installer.getByLabel('地区名称').fill('云溪区')
    await installer.getByLabel('财政局名称').fill('云溪区财政局')
    await installer.getByRole('button', { name: '新建财政局' }).click()
    await installer.locator('.tree-name', { hasText: '云溪区财政局' }).waitFor()
    await installer.getByRole('button', { name: '从表格导入' }).click()
    const dialog = installer.getByRole('dialog')
    const good = '名称,类型,上级\n社会福利中心,单位,民政局\n民政局,部门,云溪区财政局\n救助站,单位,民政局\n'
    const file = { name: '单位.csv', mimeType: 'text/csv', buffer: Buffer.from(`${good}不明,别的,无\n`) }
    await dialog.getByLabel('选文件').setInputFiles(file)
    await dialog.getByText('读出4行：新增3个，已有0个，有问题1行。').waitFor()
    await dialog.getByRole('row', { name: /^5 不明 .*类型不是/ }).waitFor()
    expect(await dialog.getByRole('button', { name: '导入3个' }).isDisabled()).toBe(true)
    await dialog.getByLabel('选文件').setInputFiles({ ...file, buffer: Buffer.from(good) })
    await dialog.getByRole('button', { name: '导入3个' }).click()
    await dialog.getByText('已导入：新增3个').waitFor()
    await dialog.getByRole('button', { name: '关闭' }).click()
    await installer.getByRole('button', { name: '新增单位' }).click()
    await installer.getByRole('dialog').getByLabel('名称').fill('教育局')
    await installer.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await installer.locator('.tree-name', { hasText: '教育局' }).waitFor()
    await installer.getByRole('searchbox').fill('jzz')
    await expect.poll(() => installer.locator('.tree-name').allTextContents()).toEqual(['救助站'])
    await installer.getByRole('button', { name: '办理：救助站' }).click()
    await installer.getByRole('menuitem', { name: '改名' }).click()
    await installer.getByRole('dialog').getByLabel('名称').fill('救助管理站')
    await installer.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await installer.getByRole('dialog').waitFor({ state: 'detached' })
    await installer.getByRole('searchbox').fill('')
    await installer.locator('.tree-name', { hasText: '救助管理站' }).waitFor()
  }, 60_000)

  it('gets its people, each with a first password that is shown once', async () => {
    await part(installer, '人员')
    await addPerson(installer, '关立', 'guanli', '管理员', '云溪区财政局')
    await addPerson(installer, '季晓', 'jixiao', '财政绩效科室', '云溪区财政局')
    await addPerson(installer, '田报', 'tianbao', '填报人', '社会福利中心')
    await addPerson(installer, '傅泽', 'fuze', '单位负责人', '社会福利中心')
    expect(new Set(passwords.values()).size).toBe(4)
    // Many at once: pasted as a spreadsheet hands them over, their first passwords saved as a file.
    await installer.getByRole('button', { name: '从表格导入' }).click()
    const dialog = installer.getByRole('dialog')
    const lines = [
      '姓名\t登录名\t单位\t角色',
      '孙四\tsunsi\t救助管理站\t填报人、单位负责人',
      '周五\tzhouwu\t没有的\t填报人',
    ]
    await dialog.getByLabel(/复制后粘贴/).fill(lines.join('\n'))
    await dialog.getByRole('button', { name: '查看' }).click()
    await dialog.getByRole('row', { name: /^3 周五 .*没有这个单位/ }).waitFor()
    await dialog.getByLabel(/复制后粘贴/).fill(lines.slice(0, 2).join('\n'))
    await dialog.getByRole('button', { name: '查看' }).click()
    await dialog.getByRole('button', { name: '导入1个' }).click()
    const saved = installer.waitForEvent('download')
    await dialog.getByRole('button', { name: '下载登录名和初始密码（csv）' }).click()
    const list = readFileSync(await (await saved).path(), 'utf8')
    expect(list).toMatch(/^\uFEFF姓名,登录名,单位,初始密码\r\n孙四,sunsi,救助管理站,[a-z2-9]{7}-[a-z2-9]{7}\r\n$/)
    await dialog.getByRole('button', { name: '关闭' }).click()
    await installer.locator('tbody tr', { hasText: '孙四' }).waitFor()
    await installer.getByRole('searchbox').fill('ss')
    await expect.poll(() => installer.locator('tbody tr').count()).toBe(1)
  }, 60_000)
})

describe('a first password', () => {
  it('is changed before anything else, whatever address is opened', async () => {
    const page = await newPage()
    await enter(page, 'fuze', passwords.get('fuze')!)
    await page.getByText('首次登录，请换成自己的密码。').waitFor()
    for (const path of ['/', '/review', '/insight', '/admin/people', '/tokens']) {
      await page.goto(`${running.address}${path}`)
      await page.getByText('首次登录，请换成自己的密码。').waitFor()
      expect(await page.getByRole('link', { name: '看数' }).count()).toBe(0)
    }
    // The same one again is none of one's own; a wrong one is told.
    await page.getByLabel('现在的密码').fill('wrong password here')
    await page.getByLabel('新密码').fill(own)
    await page.getByRole('button', { name: '修改', exact: true }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('现在的密码').fill(passwords.get('fuze')!)
    await page.getByRole('button', { name: '修改', exact: true }).click()
    await page.locator('.home h1', { hasText: '傅泽' }).waitFor()
    await page.context().close()
  }, 60_000)
})

describe('a campaign of the bureau', () => {
  let officer: Page
  let clerk: Page

  it('is made and issued, and stands at the clerk’s home', async () => {
    officer = await firstTime('jixiao')
    clerk = await firstTime('tianbao')
    await officer.getByRole('link', { name: '管理', exact: true }).click()
    await part(officer, '自评工作')
    await officer.getByRole('button', { name: '新建自评工作' }).click()
    const dialog = officer.getByRole('dialog')
    expect(await dialog.getByLabel('名称').inputValue()).toMatch(/^20\d\d年度部门整体支出绩效自评$/)
    await dialog.getByLabel('名称').fill('年度自评')
    await dialog.getByLabel('开始').fill('2020-01-01')
    await dialog.getByLabel('截止').fill('2099-12-31')
    await dialog.getByRole('button', { name: '保存' }).click()
    // To whom it goes is asked at once.
    await dialog.getByText('只给选中的').click()
    await dialog.getByLabel('社会福利中心').check()
    await dialog.getByLabel('民政局').check()
    await dialog.getByRole('button', { name: '下达' }).click()
    await officer.getByText('已下达2份，原有0份。').waitFor()
    await clerk.reload()
    await clerk.getByRole('heading', { name: '待办 1 件' }).waitFor()
    await clerk.getByText('截止 2099-12-31').waitFor()
    // A form that nobody has written in is not without errors.
    await clerk.getByRole('link', { name: /^社会福利中心/ }).click()
    await clerk.locator('.findings', { hasText: '没有一项指标填写了分值和得分' }).waitFor()
    await clerk.getByRole('button', { name: '提交', exact: true }).click()
    await clerk
      .getByRole('dialog')
      .getByText(/还有 1 处错误没有改正/)
      .waitFor()
    await clerk.getByRole('dialog').getByRole('button', { name: '取消' }).click()
    await clerk.goto(running.address)
  }, 90_000)

  it('knows who has not submitted, and nudges: the word comes to the clerk’s home while it stands open', async () => {
    await officer.getByRole('link', { name: '首页', exact: true }).click()
    await officer.getByText('未提交 2 份').click()
    await officer.getByRole('button', { name: '催报…' }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByLabel('要补充的话（可不填）').fill('请尽快。')
    await dialog.getByRole('button', { name: '通知 2 个单位' }).click()
    await dialog.getByText('已通知 2 人。').waitFor()
    // A department without a clerk is named: there is nobody to tell.
    await dialog.getByText(/没有可通知的人.*民政局/).waitFor()
    await dialog.getByRole('button', { name: '关闭' }).click()
    const notices = clerk.getByRole('region', { name: '通知 1 条' })
    await notices.getByText('请尽快。 “社会福利中心”请在 2099-12-31 前提交。').waitFor()
    await notices.getByRole('link', { name: '打开' }).click()
    await clerk.locator('.sheet-table').waitFor()
    await clerk.goto(running.address)
    await clerk.getByRole('button', { name: /^知道了：请尽快/ }).click()
    await clerk.getByRole('region', { name: /通知/ }).waitFor({ state: 'detached' })
    await clerk.reload()
    await clerk.getByRole('heading', { name: '待办 1 件' }).waitFor()
    expect(await clerk.getByRole('region', { name: /通知/ }).count()).toBe(0)
  }, 90_000)

  it('prints all its forms into one archive, and takes many files at once', async () => {
    await officer.goto(`${running.address}/admin/jobs`)
    await officer.getByLabel('格式').selectOption('xlsx')
    await officer.getByRole('button', { name: '成批打印' }).click()
    const job = officer.locator('.tasks li', { hasText: '成批打印' })
    await job.getByText('完成', { exact: true }).waitFor({ timeout: 60_000 })
    const download = officer.waitForEvent('download')
    await job.getByRole('link', { name: '下载压缩包' }).click()
    const archive = readFileSync(await (await download).path())
    expect(archive.subarray(0, 2).toString()).toBe('PK')
    expect(archive.toString('utf8')).toContain('社会福利中心')
    await job.getByText('各份结果').click()
    await job.getByRole('link', { name: '社会福利中心' }).waitFor()
    // The published form names another department: it finds no form of this campaign, and says so.
    await officer
      .getByLabel('成批导入')
      .setInputFiles(new URL('../corpus/shenzhen-guangming-2021/form.txt', import.meta.url).pathname)
    const second = officer.locator('.tasks li', { hasText: '成批导入' })
    await second.getByText('1/1').waitFor({ timeout: 60_000 })
    await second.getByText('各份结果').click()
    await second.locator('.tag.error', { hasText: '失败' }).first().waitFor()
    await officer.goto(running.address)
    await officer.getByRole('region', { name: /通知 \d 条/ }).waitFor()
  }, 150_000)

  it('takes execution figures of all units from one sheet, and says which found no place', async () => {
    await officer.goto(`${running.address}/admin/campaigns`)
    await officer.getByRole('button', { name: '办理：年度自评' }).click()
    await officer.getByRole('menuitem', { name: '统一填列执行数…' }).click()
    const dialog = officer.getByRole('dialog')
    const sheet = '单位,任务,预算数,执行数\n没有的单位,任务,10,9\n'
    await dialog
      .getByLabel('选表格并填列')
      .setInputFiles({ name: '执行.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) })
    await dialog.getByText('1 行没有对上').waitFor()
    await dialog.getByText('没有这个单位的表').waitFor()
    await dialog.getByRole('button', { name: '关闭' }).click()
  }, 60_000)
})

describe('what the administration looks at', () => {
  it('says in words who did what, and proves that nothing of it was touched', async () => {
    const page = await firstTime('guanli')
    await page.getByRole('link', { name: '管理', exact: true }).click()
    await part(page, '修改记录')
    await page.locator('tbody tr').first().waitFor()
    const said = (await page.locator('tbody').textContent()) ?? ''
    for (const word of ['下达', '季晓', '新增']) expect(said).toContain(word)
    await page.getByRole('button', { name: '验证记录' }).click()
    await page.getByText(/条记录完整，没有被改动/).waitFor()
    await page.context().close()
  }, 60_000)

  it('shows every number of an edition with its clause and cases, and every layout', async () => {
    await part(installer, '计分规则')
    await installer.getByLabel('选一套规则').selectOption('shenzhen-department-2021')
    const numbers = installer.locator('table', { hasText: '读到的程度' }).locator('tbody tr')
    expect(await numbers.count()).toBeGreaterThan(10)
    for (const text of await numbers.locator('td:nth-child(3)').allTextContents()) expect(text).not.toBe('')
    expect(await installer.locator('table', { hasText: '情形' }).locator('tbody tr').count()).toBeGreaterThan(5)
    await part(installer, '表样')
    await installer.getByLabel('选一种表样').selectOption('shenzhen-department')
    await installer.frameLocator('.admin-part iframe').getByText('年度指标值').first().waitFor()
  }, 60_000)

  it('makes a backup that can be fetched, and shows how the system is', async () => {
    await part(installer, '系统与备份')
    await installer.getByText(/内嵌 PostgreSQL \d/).waitFor()
    await installer.getByRole('button', { name: '现在备份' }).click()
    await installer.getByText(/^已备份：/).waitFor({ timeout: 60_000 })
    const download = installer.waitForEvent('download')
    await installer.getByRole('link', { name: '下载' }).first().click()
    expect(readFileSync(await (await download).path()).length).toBeGreaterThan(1000)
  }, 90_000)

  it('gives a new password, and hands all roles of a person to another', async () => {
    await part(installer, '人员')
    await installer.getByRole('searchbox').fill('')
    await installer.getByRole('button', { name: '办理：田报' }).click()
    await installer.getByRole('menuitem', { name: '重置密码' }).click()
    const told = await installer.getByText(/^新密码：/).textContent()
    passwords.set('tianbao', /新密码：(\S+)（/.exec(told ?? '')![1]!)
    await (await firstTime('tianbao')).context().close()
    await installer.getByRole('button', { name: '办理：田报' }).click()
    await installer.getByRole('menuitem', { name: '离岗交接' }).click()
    const dialog = installer.getByRole('dialog')
    const option = dialog.locator('option', { hasText: '傅泽' })
    await dialog.getByLabel('交给').selectOption((await option.getAttribute('value'))!)
    await dialog.getByRole('button', { name: '离岗交接' }).click()
    await installer.locator('tr', { hasText: 'tianbao' }).getByText('已停用').waitFor()
    await installer.locator('tr', { hasText: 'fuze' }).getByText('填报人 · 社会福利中心').waitFor()
    const page = await newPage()
    await enter(page, 'tianbao', own)
    await page.getByRole('alert').waitFor()
    await page.context().close()
  }, 60_000)
})
