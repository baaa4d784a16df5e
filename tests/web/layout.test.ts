/** What axe-core does not tell of WCAG 2.2 AA: narrow pages, spaced text, the way of the focus, room to press. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAt } from './support/axe.ts'
import { launchBrowser } from './support/browser.ts'
import { type Demo, openDemo, signInToDemo } from './support/demo.ts'

let browser: Browser
let demo: Demo
let clerk: Page
let chief: Page

beforeAll(async () => {
  ;[browser, demo] = await Promise.all([launchBrowser(), openDemo()])
  clerk = await signInToDemo(browser, demo, 'tianbao')
  chief = await signInToDemo(browser, demo, 'jixiao')
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
}, 60_000)

/** Pages of a clerk, of a bureau, and of whoever comes. */
const pages = [
  { who: 'clerk', path: '/', shows: 'main h1' },
  { who: 'clerk', path: '/password', shows: 'input[name=next]' },
  { who: 'clerk', path: '/local', shows: '.drop' },
  { who: 'chief', path: '/', shows: 'main h1' },
  { who: 'chief', path: '/review', shows: '.queue h1' },
  { who: 'chief', path: '/insight', shows: '.chart svg[role=group]' },
  { who: 'chief', path: '/admin/campaigns', shows: 'table.data' },
  { who: 'chief', path: '/public', shows: 'table.cards' },
] as const

async function opened({ who, path, shows }: (typeof pages)[number]): Promise<Page> {
  const page = who === 'clerk' ? clerk : chief
  await page.goto(`${demo.address}${path}`)
  await page.locator(shows).first().waitFor()
  // Drawings that come late move what stands below them.
  await expect.poll(() => page.locator('.slot-waits').count()).toBe(0)
  return page
}

/** What is wrong with what has the focus; null where nothing is. */
function lostFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const one = document.activeElement as HTMLElement
    if (one === document.body) return null
    const { left, top, width, height } = one.getBoundingClientRect()
    const style = getComputedStyle(one)
    const isMarked = (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none'
    const spots = [0.5, 0.1, 0.9].map((part) => document.elementFromPoint(left + width * part, top + height / 2))
    const isSeen = spots.some((spot) => spot !== null && (one.contains(spot) || spot.contains(one)))
    return isMarked && isSeen
      ? null
      : `${one.outerHTML.slice(0, 120)} ${isMarked ? '' : 'unmarked'} ${isSeen ? '' : 'unseen'}`
  })
}

describe('pages', () => {
  it.each(pages)(
    '$who $path: needs no sideways scrolling at 320 pixels (1.4.10)',
    async (each) => {
      const page = await opened(each)
      await page.setViewportSize({ width: 320, height: 640 })
      await page.waitForTimeout(200)
      const width = await page.evaluate(() => document.scrollingElement!.scrollWidth)
      await page.setViewportSize({ width: 1366, height: 768 })
      expect(width).toBeLessThanOrEqual(320)
    },
    60_000,
  )

  it.each(pages)(
    '$who $path: keeps its words whole where text is spaced out (1.4.12)',
    async (each) => {
      const page = await opened(each)
      // The page's policy takes no style that is written into it.
      const spacing = await page.evaluate(() => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}')
        document.adoptedStyleSheets = [sheet]
        return getComputedStyle(document.querySelector('h1')!).letterSpacing
      })
      expect(Number.parseFloat(spacing)).toBeGreaterThan(1)
      await page.waitForTimeout(200)
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, a.button, h1, h2, label, th, .tag, dt, dd')]
          .filter((one) => one.offsetWidth > 1 && getComputedStyle(one).overflowX !== 'visible')
          .filter((one) => one.scrollWidth > one.clientWidth + 1)
          .map((one) => one.textContent ?? ''),
      )
      expect(cut).toEqual([])
    },
    60_000,
  )

  it.each(pages)(
    '$who $path: has room to press (2.5.8)',
    async (each) => {
      const page = await opened(each)
      const { wrong, right } = await lookAt(page, 'target-size')
      expect(wrong).toEqual([])
      expect(right).toBeGreaterThan(1)
    },
    60_000,
  )

  it.each(pages)(
    '$who $path: calls each control by the words it shows (2.5.3), and leads on by the same links in the same order (3.2.3)',
    async (each) => {
      const page = await opened(each)
      expect((await lookAt(page, 'label-content-name-mismatch')).wrong).toEqual([])
      // The public pages are made by the server, and have their own.
      if (each.path === '/public') return
      const links = await page.locator('header nav a').allTextContents()
      expect(links).toEqual(
        each.who === 'clerk' ? ['首页', '本机填报', '公开页'] : ['首页', '审核', '看数', '管理', '本机填报', '公开页'],
      )
    },
    60_000,
  )

  it.each(pages)(
    '$who $path: what has the focus is marked, in sight and under nothing (2.4.7, 2.4.11)',
    async (each) => {
      const page = await opened(each)
      const wrong: string[] = []
      for (let press = 0; press < 25; press++) {
        await page.keyboard.press('Tab')
        let told = await lostFocus(page)
        if (told !== null) {
          // A page that is still being drawn hides nothing for good.
          await page.waitForTimeout(500)
          told = await lostFocus(page)
        }
        if (told !== null) wrong.push(told)
      }
      expect(wrong).toEqual([])
    },
    60_000,
  )

  it('let forms be chosen by a finger, and what is done with them stays in sight', async () => {
    const page = await opened(pages[4])
    await page.setViewportSize({ width: 390, height: 844 })
    const forms = page.locator('.queue tbody input[type=checkbox]')
    await forms.nth(0).check()
    await forms.nth(1).check()
    const bar = page.getByRole('toolbar').filter({ hasText: '已选 2 份' })
    const { y, height } = (await bar.boundingBox())!
    expect(y + height).toBeLessThanOrEqual(844)
    await expect.poll(() => bar.getByRole('button', { name: '受理' }).isVisible()).toBe(true)
    await page.setViewportSize({ width: 1366, height: 768 })
  }, 60_000)

  it('lead past their heads by their first link (2.4.1)', async () => {
    const page = await opened(pages[3])
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  }, 60_000)
})
