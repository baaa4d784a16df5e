/** Reads pictures of pages (png, jpg, tiff, webp): scans and photographs. Knows nothing of forms. */

import { finding, megabytes } from '../../containers/findings.ts'
import { gridsOfPages, type PageContent, type PageText } from '../../containers/page-flow.ts'
import type { Finding, Grid, Outcome } from '../../core/model/index.ts'
import { type Engine, NoEngine, startEngine } from './engine.ts'
import { limits } from './limits.ts'
import { atReadingSize, kindOf, openPicture, type Refusal } from './picture-file.ts'
import type { ColourPicture } from './raster.ts'
import { readPage } from './read-page.ts'

export { limits } from './limits.ts'
export { scanReaderRules } from './messages.ts'

/** One page to be read: a picture file (all pages of a tiff follow one another), or pixels as a renderer gives them. */
export type PageSource = { readonly page: number; readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly picture: ColourPicture; readonly dpi: number }
)

export interface ReadPictures {
  readonly pages: PageContent[]
  readonly findings: Finding[]
}

export function recognisesScan(bytes: Uint8Array): number {
  const kind = kindOf(bytes)
  return kind === null ? 0 : kind === 'bmp' ? 0.8 : 1
}

/** A text less sure than this is doubtful; a page with so many of them is not clear. */
const DOUBTFUL = 0.7
const MANY_DOUBTFUL = 0.3

function refusal(refused: Refusal, bytes: number, name: string, page: number): Finding {
  switch (refused.problem) {
    case 'bytes':
      return finding('scan/too-large', 'bytes', 'error', {
        name,
        size: megabytes(bytes),
        limit: megabytes(limits.bytes),
      })
    case 'pixels': {
      const { width, height } = refused
      return finding('scan/too-large', 'pixels', 'error', { name, page, width, height, limit: limits.pixels })
    }
    case 'pages':
      return finding('scan/too-large', 'pages', 'error', { name, pages: refused.pages, limit: limits.pages })
    case 'noPackage':
      return missingPackage(name)
    case 'bmp':
      return finding('scan/unreadable', 'format', 'error', { name })
    case 'damaged':
      return finding('scan/unreadable', 'damaged', 'error', { name, page })
  }
}

function missingPackage(name: string): Finding {
  return finding('scan/missing-package', 'recognition', 'error', { name })
}

async function readOne(
  engine: Engine,
  page: number,
  picture: ColourPicture,
  dpi: number,
): Promise<{ content: PageContent; findings: Finding[] }> {
  const { content, unread, noise } = await readPage(engine, { page, picture, dpi })
  const findings: Finding[] = []
  if (unread.length > 0) {
    const places = unread.map((box) => ({ source: { kind: 'page', page, box } as const }))
    findings.push(finding('scan/unread-cell', 'cells', 'warning', { page, count: unread.length }, places))
  }
  const texts = content.items
    .flatMap((item): readonly PageText[] => (item.kind === 'table' ? item.cells : [item]))
    .filter(({ text }) => text !== '')
  const doubtful = texts.filter(({ confidence = 1 }) => confidence < DOUBTFUL).length
  if (noise) findings.push(finding('scan/poor-picture', 'noise', 'error', { page }))
  else if (texts.length === 0) findings.push(finding('scan/no-text', 'page', 'warning', { page }))
  else if (doubtful > texts.length * MANY_DOUBTFUL)
    findings.push(finding('scan/poor-picture', 'blurred', 'warning', { page, count: texts.length, doubtful }))
  return { content, findings }
}

interface OpenedPage {
  readonly page: number
  readonly decoded: { readonly picture: ColourPicture; readonly dpi: number } | null
  readonly findings: readonly Finding[]
}

/** The pages one by one, each decoded when its turn comes. */
async function* openedPages(sources: Iterable<PageSource> | AsyncIterable<PageSource>): AsyncGenerator<OpenedPage> {
  let further = 0
  for await (const source of sources) {
    if ('picture' in source) {
      const decoded = await atReadingSize(source.picture, source.dpi)
      yield { page: source.page + further, decoded, findings: [] }
      continue
    }
    const { bytes, name } = source
    const refused = (problem: Refusal, page: number): OpenedPage => ({
      page,
      decoded: null,
      findings: [refusal(problem, bytes.length, name, page)],
    })
    const opened = await openPicture(bytes)
    if ('problem' in opened) {
      yield refused(opened, source.page + further)
      continue
    }
    for (let frame = 0; frame < opened.pages; frame++) {
      if (frame > 0) further++
      const page = source.page + further
      const decoded = await opened.decode(frame)
      if ('problem' in decoded) yield refused(decoded, page)
      else {
        const cut = decoded.damaged ? [finding('scan/incomplete-picture', 'cut', 'warning', { name, page })] : []
        yield { page, decoded, findings: cut }
      }
    }
  }
}

/** While the network reads the lines of one page, the next one is laid out. */
const PAGES_AT_ONCE = 2

/**
 * Pictures as the pages of one document. What cannot be read is a finding, the other pages are read all the same. Boxes are
 * in points from the upper left of the page.
 */
export async function readPictures(sources: Iterable<PageSource> | AsyncIterable<PageSource>): Promise<ReadPictures> {
  const pages: PageContent[] = []
  const findings: Finding[] = []
  const reading: Promise<{ content: PageContent | null; findings: readonly Finding[] }>[] = []
  const settleNext = async () => {
    const { content, findings: own } = await reading.shift()!
    if (content !== null) pages.push(content)
    findings.push(...own)
  }
  let name = ''
  const named = async function* () {
    for await (const source of sources) {
      name = source.name
      yield source
    }
  }
  // The network is loaded while the first page is decoded and laid out.
  const engine = startEngine()
  try {
    for await (const { page, decoded, findings: own } of openedPages(named())) {
      if (reading.length >= PAGES_AT_ONCE) await settleNext()
      const read =
        decoded === null
          ? Promise.resolve({ content: null, findings: own })
          : readOne(engine, page, decoded.picture, decoded.dpi).then((one) => ({
              content: one.content,
              findings: [...own, ...one.findings],
            }))
      // Waited for later: until then a failure is nobody's.
      read.catch(() => undefined)
      reading.push(read)
    }
    while (reading.length > 0) await settleNext()
  } catch (error) {
    if (!(error instanceof NoEngine)) throw error
    findings.push(missingPackage(name))
  }
  return { pages, findings }
}

/** Picture files as the pages of one document, in the order given. */
export async function readScanPages(
  files: readonly { readonly bytes: Uint8Array; readonly name: string }[],
): Promise<Outcome<Grid[]>> {
  const { pages, findings } = await readPictures(files.map((file, index) => ({ ...file, page: index + 1 })))
  return { value: gridsOfPages(pages, 'picture'), findings }
}

export async function readScan(bytes: Uint8Array, name: string): Promise<Outcome<Grid[]>> {
  return readScanPages([{ bytes, name }])
}
