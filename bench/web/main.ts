/**
 * The pages in a real Chromium whose page thread is slowed down four times: JS before the first form is seen, the largest paint
 * of the first page, shifts of the layout, and, in a form of 1,000 indicators, the time from a key to the frame in which another
 * score stands above the form, and from Enter to the frame in which the text stands in its cell. The judge's worker is not
 * slowed down by the browser. One JSON line.
 */

import { readFileSync } from 'node:fs'
import { readForms } from '../../src/app/index.ts'
import { type Draft, draftOf, writeDraft } from '../../src/core/draft/index.ts'
import { launchBrowser, servePages } from '../../tests/web/support/browser.ts'
import { judged, sampleFile } from '../../tests/web/support/editor-page.ts'

const slowdown = 4
const rows = 1000
const cells = 20

/** The sample with its indicators repeated, each block as often, under names of their own. */
function enlarged(draft: Draft): Draft {
  const times = Math.ceil(rows / draft.indicators.length)
  const indicators = draft.indicators
    .flatMap((row) =>
      Array.from({ length: times }, (_, at) => ({
        ...row,
        id: `${row.id}-${at}`,
        cells: { ...row.cells, name: `${row.cells.name ?? ''}${at}` },
      })),
    )
    .slice(0, rows)
  return { ...draft, indicators }
}

async function formOfSize(): Promise<string> {
  const { recognitions } = await readForms(readFileSync(sampleFile), 'form.txt')
  let last = 0
  return writeDraft(enlarged(draftOf(recognitions[0]!.form, () => `r${++last}`)))
}

function at(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
}

const browser = await launchBrowser()
const pages = await servePages()
try {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const scripts = new Map<string, number>()
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname
    if (!path.endsWith('.js')) return
    scripts.set(path, readFileSync(new URL(`../../dist/web${path}.gz`, import.meta.url)).length)
  })
  // What runs this file names its inner functions by a helper that the page lacks.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(() => {
    const seen = { paint: 0, shift: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      seen.paint = list.getEntries().at(-1)?.startTime ?? 0
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { readonly value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(`${pages.address}/local`)
  await page.locator('.drop').waitFor()
  await page.waitForTimeout(1000)
  const seen = await page.evaluate(() => (window as unknown as { seen: { paint: number; shift: number } }).seen)
  const largestPaint = Math.round(seen.paint)
  await page.setInputFiles('input[type=file]', {
    name: 'form.json',
    mimeType: 'application/json',
    buffer: Buffer.from(await formOfSize()),
  })
  await page.locator('.sheet-table').waitFor()
  const before = [...scripts].filter(([path]) => !path.includes('worker'))
  const scriptBytes = before.reduce((sum, [, size]) => sum + size, 0)
  await judged(page)
  await page.evaluate(() => {
    document.querySelector('.sheet')!.scrollTop = 9000
  })
  await page.waitForTimeout(1500)
  await page.evaluate(() => {
    const keys: number[] = []
    const enters: number[] = []
    Object.assign(window, { keys, enters })
    let key = 0
    let enter = 0
    addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter') enter = performance.now()
        else key = performance.now()
      },
      true,
    )
    const painted = (since: number, log: number[]) =>
      requestAnimationFrame(() => setTimeout(() => log.push(performance.now() - since)))
    const whole = { subtree: true, characterData: true, childList: true }
    // Scores alone: counts of findings wait until nobody types.
    new MutationObserver(() => {
      if (key !== 0) painted(key, keys)
      key = 0
    }).observe(document.querySelector('.totals dl')!, whole)
    new MutationObserver((changes) => {
      const isText = changes.some(({ target }) => target.parentElement?.closest('.margin') === null)
      if (enter === 0 || !isText) return
      painted(enter, enters)
      enter = 0
    }).observe(document.querySelector('.sheet-table')!, { subtree: true, characterData: true })
  })
  const head = page.locator('.sheet-table tr[data-heads] th', { hasText: /^得分$/ }).last()
  const column = await head.getAttribute('data-column')
  await page.locator(`.sheet-table tr[data-row] [data-column="${column}"]`).nth(15).click()
  for (let cell = 0; cell < cells; cell++) {
    for (const sign of ['1', '.', '2', '5']) {
      await page.keyboard.type(sign)
      await page.waitForTimeout(150)
    }
    await page.keyboard.press('Enter')
    await page.waitForTimeout(400)
  }
  const logs = await page.evaluate(() => {
    const { keys, enters } = window as unknown as Readonly<Record<'keys' | 'enters', number[]>>
    return { keys, enters }
  })
  const spread = (log: number[]) => {
    log.sort((one, other) => one - other)
    return { times: log.length, p50: at(log, 0.5), p75: at(log, 0.75), p95: at(log, 0.95) }
  }
  const result = {
    case: 'web',
    slowdown,
    rows,
    scriptKilobytesBeforeForm: Math.round(scriptBytes / 1000),
    largestPaintMs: largestPaint,
    layoutShift: Math.round(seen.shift * 1000) / 1000,
    keyToPaintMs: spread(logs.keys),
    enterToPaintMs: spread(logs.enters),
  }
  console.log(JSON.stringify(result))
} finally {
  await browser.close()
  await pages.close()
}
