/**
 * Writes docs/generated/: a page per check, scoring rule, edition, layout and role, the open data, and the errors that tests put in; and of the interface the types that the
 * web application asks by.
 */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { interfaceFiles } from './docs/interface-files.ts'
import { generatedPages } from './docs/pages.ts'

const root = new URL('../docs/generated/', import.meta.url).pathname
for (const folder of ['checks', 'scoring', 'editions', 'layouts', 'review', 'open-data'])
  rmSync(join(root, folder), { recursive: true, force: true })
const pages = generatedPages()
for (const [path, text] of pages) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const files = interfaceFiles()
for (const [path, text] of files) writeFileSync(new URL(`../${path}`, import.meta.url), text)
process.stdout.write(`${pages.size} pages written to docs/generated/; ${[...files.keys()].join(', ')}\n`)
