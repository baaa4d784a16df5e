/** A PDF page by page: text as it stands, pictures of pages recognised; then the tables of all pages together. */

import { finding } from '../containers/findings.ts'
import { gridsOfPages, type PageContent } from '../containers/page-flow.ts'
import { CannotRender, renderPages } from '../containers/pdf-pictures.ts'
import type { Finding, Grid, Outcome } from '../core/model/index.ts'
import { kindOfWords } from '../core/recognise/index.ts'
import { noContent, pictureFindings, readPdfPages } from '../readers/pdf/index.ts'
import { type PageSource, readPictures } from '../readers/scan/index.ts'

/** Finer pages take longer and are read no better. */
const DPI = 200

async function* drawn(
  bytes: Uint8Array,
  pages: readonly number[],
  name: string,
  failed: (problem: CannotRender) => void,
): AsyncGenerator<PageSource> {
  try {
    for await (const { page, width, height, dpi, data } of renderPages(bytes, pages, DPI)) {
      yield { page, name, dpi, picture: { width, height, channels: 4, order: 'bgr', data } }
    }
  } catch (error) {
    if (!(error instanceof CannotRender)) throw error
    failed(error)
  }
}

interface Recognised {
  readonly pages: ReadonlyMap<number, PageContent>
  readonly findings: readonly Finding[]
}

/** A page that cannot be drawn does not keep those after it from being read. */
async function recognisePages(bytes: Uint8Array, numbers: readonly number[], name: string): Promise<Recognised> {
  const pages = new Map<number, PageContent>()
  const findings: Finding[] = []
  let rest = numbers
  while (rest.length > 0) {
    let broken = 0
    let missing = false
    const read = await readPictures(
      drawn(bytes, rest, name, ({ problem, page }) => {
        broken = page
        missing = problem === 'noPackage'
      }),
    )
    // The same packages are needed to draw a page and to recognise it: they are asked for once.
    if (missing) findings.push(finding('scan/missing-package', 'recognition', 'error', { name }))
    for (const page of read.pages) pages.set(page.page, { ...page, signs: 'picture' })
    findings.push(...read.findings)
    rest = broken === 0 ? [] : rest.slice(rest.indexOf(broken) + 1)
  }
  return { pages, findings }
}

export async function readPdfSource(bytes: Uint8Array, name: string): Promise<Outcome<Grid[]>> {
  const { pages, picturePages, findings } = await readPdfPages(bytes, name, kindOfWords)
  const recognised = await recognisePages(
    bytes,
    picturePages.map(({ page }) => page),
    name,
  )
  const left = picturePages.filter(({ page }) => !recognised.pages.has(page))
  const value = gridsOfPages(
    pages.map((page) => recognised.pages.get(page.page) ?? page),
    'typed',
  )
  const all = [...findings, ...pictureFindings(left, name), ...recognised.findings]
  if (value.length === 0 && !all.some(({ severity }) => severity === 'error')) all.push(noContent(name))
  return { value, findings: all }
}
