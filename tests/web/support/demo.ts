/** A real server with the bureau of the demo: forty departments, three years, every stage of the life cycle. */

import type { Browser, Page } from 'playwright-core'
import { runServer } from '../../../src/api/run.ts'
import { demoPassword, fillDemo } from '../../../src/app/demo/index.ts'
import { removeFolder, temporaryFolder } from '../../server/support.ts'

const web = new URL('../../../dist/web', import.meta.url).pathname

export interface Demo {
  readonly address: string
  stop(): Promise<void>
}

export async function openDemo(): Promise<Demo> {
  const folder = temporaryFolder()
  const running = await runServer({
    store: { data: `${folder}/data` },
    port: 0,
    host: '127.0.0.1',
    version: 'test',
    web,
    adminPassword: demoPassword,
    perMinute: 0,
    behindProxy: false,
    log: null,
    fill: fillDemo,
  })
  return {
    address: running.address,
    async stop() {
      await running.stop()
      removeFolder(folder)
    },
  }
}

/** An account of the demo at its own browser: `jixiao` is the performance office, `admin` who looks after the installation. */
export async function signInToDemo(browser: Browser, demo: Demo, login: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true })
  const page = await context.newPage()
  await page.goto(demo.address)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill(demoPassword)
  await page.keyboard.press('Enter')
  await page.locator('.home h1').waitFor()
  return page
}
