/** The editor as a person at the keyboard meets it. */

import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'

export const sampleFile = new URL('../../corpus/shenzhen-guangming-2021/form.txt', import.meta.url).pathname

/** Opens a file in the mode without a server and waits until its findings are there. */
export async function openLocally(page: Page, address: string, file: string = sampleFile): Promise<void> {
  await page.goto(`${address}/local`)
  await page.setInputFiles('input[type=file]', {
    name: file.split('/').at(-1)!,
    mimeType: 'text/plain',
    buffer: readFileSync(file),
  })
  await judged(page)
}

export async function judged(page: Page): Promise<void> {
  await page.waitForSelector('.totals dd')
  await page.waitForSelector('.findings')
}

/** The totals as they stand above the form: printed, added, recomputed, weights. */
export async function totals(page: Page): Promise<readonly string[]> {
  return page.locator('.totals dd strong').allTextContents()
}

/** Cells of the row that prints this name. */
export function rowNamed(page: Page, name: string) {
  return page.locator('.sheet-table tr', { has: page.locator('td', { hasText: name }) }).first()
}

/** The cell of a row under a column head of the indicators. */
export async function cellUnder(page: Page, name: string, head: string) {
  const column = await page
    .locator('.sheet-table tr[data-heads] th', { hasText: new RegExp(`^${head}$`) })
    .last()
    .getAttribute('data-column')
  return rowNamed(page, name).locator(`[data-column="${column}"]`)
}

/** All texts of the sheet, row by row. */
export function sheetTexts(page: Page): Promise<string[][]> {
  return page.locator('.sheet-table').evaluate((table) =>
    [...(table as HTMLTableElement).rows].map((row) =>
      [...row.cells]
        .filter(({ dataset }) => Number(dataset['column']) >= 0)
        .map((cell) => {
          const copy = cell.cloneNode(true) as Element
          for (const unseen of copy.querySelectorAll('.unseen')) unseen.remove()
          return copy.textContent ?? ''
        }),
    ),
  )
}

/** Types a word as an input method does: composed letter by letter, then put in whole. */
export async function compose(session: CDPSession, letters: string, word: string): Promise<void> {
  for (let at = 1; at <= letters.length; at++) {
    const text = letters.slice(0, at)
    await session.send('Input.imeSetComposition', { text, selectionStart: at, selectionEnd: at })
  }
  await session.send('Input.insertText', { text: word })
}
