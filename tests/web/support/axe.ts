/** axe-core on a page as it stands. */

import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const axe = readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

interface Looked {
  /** What is wrong, each with its first place. */
  readonly wrong: readonly string[]
  /** Places that were looked at and are right. */
  readonly right: number
}

/** By all rules that are on, or by one that need not be. */
export async function lookAt(page: Page, rule?: string): Promise<Looked> {
  // The test's own tool: not run by the page, so that the page's policy stays as it is.
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axe })
  const only = rule === undefined ? '{}' : `{ runOnly: ['${rule}'] }`
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, ${only}).then(({ violations, passes }) => JSON.stringify({
      wrong: violations.map(({ id, nodes }) => id + ': ' + nodes[0].target.join(' ') + ' ' + nodes[0].failureSummary),
      right: passes.flatMap(({ nodes }) => nodes).length,
    }))`,
    awaitPromise: true,
    returnByValue: true,
  })
  return JSON.parse(String(result.value)) as Looked
}
