/** A real server with its embedded database and a small bureau, and people who sit before their own browsers. */

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type Running, runServer } from '../../../src/api/run.ts'
import { buildBureau, PASSWORD, type RoleName, type TestBureau } from '../../server/bureau.ts'
import { ADMIN_PASSWORD, removeFolder, temporaryFolder } from '../../server/support.ts'
import { sampleFile } from './editor-page.ts'

const web = new URL('../../../dist/web', import.meta.url).pathname

export interface TestOffice {
  readonly address: string
  readonly bureau: TestBureau
  /** Id of the clerk's filing. */
  readonly filing: string
  /** The server goes away, its database with it. */
  cut(): Promise<void>
  /** It comes back at the same address on the same folder. */
  back(): Promise<void>
  stop(): Promise<void>
}

async function good(asked: Promise<{ readonly status: number; readonly body: Record<string, unknown> }>) {
  const { status, body } = await asked
  if (status >= 300) throw new Error(JSON.stringify(body))
  return body
}

/** One campaign of department forms, issued to one unit. */
export async function openOffice(): Promise<TestOffice> {
  const folder = temporaryFolder()
  const start = (port: number): Promise<Running> =>
    runServer({
      store: { data: `${folder}/data` },
      port,
      host: '127.0.0.1',
      version: 'test',
      web,
      adminPassword: ADMIN_PASSWORD,
      perMinute: 0,
      behindProxy: false,
      log: null,
    })
  let running = await start(0)
  const { address } = running
  const bureau = await buildBureau(running, '440311')
  const officer = bureau.people.performanceOfficer
  const campaign = await good(
    officer.ask('POST', '/api/campaigns', {
      title: '2021年度部门整体支出绩效自评',
      fiscalYear: 2021,
      kind: 'department',
      layout: 'shenzhen-department',
      opens: '2020-01-01',
      closes: '2099-12-31',
    }),
  )
  await good(
    officer.ask('POST', `/api/campaigns/${String(campaign.id)}/issue`, { organisations: [bureau.organisations.unit] }),
  )
  const filings = await good(bureau.people.clerk.ask('GET', '/api/filings'))
  const [filing] = filings.items as readonly { readonly id: string }[]
  return {
    address,
    bureau,
    filing: filing!.id,
    cut: () => running.stop(),
    async back() {
      running = await start(Number(new URL(address).port))
    },
    async stop() {
      await running.stop()
      removeFolder(folder)
    },
  }
}

/** Signs in at the first page, by hand. */
export async function signIn(
  browser: Browser,
  office: TestOffice,
  role: RoleName,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(office.address)
  await page.getByLabel('登录名').fill(`${role}-440311`)
  await page.getByLabel('密码').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: `${role}，您好` }).waitFor()
  return { context, page }
}

/** The sample into the filing that is open, every doubtful reading confirmed. */
export async function importSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.locator('dialog input[type=file]').setInputFiles(sampleFile)
  await page.locator('dialog strong').first().waitFor()
  const rest = page.getByRole('button', { name: '其余都核对过，全部确认' })
  if ((await rest.count()) > 0) await rest.click()
  await page.getByRole('button', { name: '导入（可撤销）' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Takes the step that stands out, or another of the panel; `fill` gives what it asks for. */
export async function take(
  page: Page,
  step: string,
  fill: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  await page.getByRole('tab', { name: '办理' }).click()
  await page.getByRole('tabpanel').getByRole('button', { name: step, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill(page)
  await dialog.getByRole('button', { name: step, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}
