/**
 * Reads PDF documents that hold text: characters by their places, tables by their ruling lines (or, where there are
 * none, by how the text is aligned), tables cut by page breaks put together again. Pages that are pictures are named,
 * so that they can be recognised. Ignored on purpose, and said: page numbers, repeated headers and footers, watermarks,
 * comments, text that does not show. Scripts, links and attachments are not touched. Knows nothing of forms.
 */

import type { PDFPageProxy } from 'pdfjs-dist'
import { finding, megabytes, type SeenAt } from '../../containers/findings.ts'
import { gridsOfPages, type PageContent } from '../../containers/page-flow.ts'
import type { Finding, Grid, Outcome, Severity } from '../../core/model/index.ts'
import { type OpenDocument, openDocument } from './document.ts'
import { withoutFurniture } from './furniture.ts'
import { finishLabels } from './headed-draft.ts'
import type { KindOfWords } from './headed-sections.ts'
import { limits } from './limits.ts'
import type { Beyond } from './page-items.ts'
import { type ReadPage, readPage } from './read-page.ts'
import { holdsBomb } from './stream-bombs.ts'

export { limits } from './limits.ts'
export { pdfReaderRules } from './messages.ts'

/** Viewers accept the mark anywhere near the beginning. */
const GLANCE = 1024

/** 0 to 1, from the first bytes or all of them. */
export function recognisesPdf(bytes: Uint8Array): number {
  const head = String.fromCharCode(...bytes.subarray(0, GLANCE))
  const at = head.indexOf('%PDF-')
  return at === 0 ? 1 : at > 0 && !/[<{]/.test(head.slice(0, at)) ? 0.9 : 0
}

export interface PicturePage {
  /** From 1. */
  readonly page: number
  /** `layer`: a reading of unsure origin lies over it; `unreadable`: fonts do not say which characters they show. */
  readonly kind: 'picture' | 'layer' | 'unreadable'
}

export interface PdfPages {
  /** All pages in order; a page that is a picture may have no items. */
  readonly pages: readonly PageContent[]
  /** Of which only the picture can be read, or whose text another program recognised. */
  readonly picturePages: readonly PicturePage[]
  /** Of everything but the pages that are pictures: see `pictureFindings`. */
  readonly findings: readonly Finding[]
}

const TIMED_OUT = Symbol('timed out')

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | typeof TIMED_OUT> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<typeof TIMED_OUT>((resolve) => {
    timer = setTimeout(() => resolve(TIMED_OUT), milliseconds)
  })
  // Work that is given up may still fail later; nobody waits for it then.
  work.catch(() => {})
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

interface Progress {
  readonly read: ReadPage[]
  readonly damaged: number[]
  /** Pages given up for what they hold. */
  readonly overfull: number[]
  /** Page at which reading ended. */
  stopped: number | null
}

async function layersOf(open: OpenDocument): Promise<(properties: unknown) => boolean> {
  const config = await open.document.getOptionalContentConfig()
  return (properties) => {
    try {
      return !config.isVisible(properties)
    } catch {
      return false
    }
  }
}

/** Fonts are kept for so many pages; a report of a thousand brings some anew on each. */
const TOGETHER = 50

/** So often a document is opened anew after a page that was given up. */
const MOST_OPENINGS = 4

/** Reads from page `from` on; ends at a page that is given up. */
async function readFrom(
  open: OpenDocument,
  from: number,
  until: number,
  progress: Progress,
  beyond: Beyond | null,
): Promise<number> {
  const { document, numbers } = open
  const isHidden = await layersOf(open)
  for (let number = from; number <= document.numPages; number++) {
    if (performance.now() > until) {
      progress.stopped = number
      return document.numPages + 1
    }
    try {
      let page: PDFPageProxy | undefined
      const work = document.getPage(number).then((opened) => {
        page = opened
        return readPage(opened, numbers, isHidden, beyond)
      })
      const made = await within(limits.pageTime, work)
      if (made === TIMED_OUT || made === null) {
        progress.overfull.push(number)
        return number + 1
      }
      progress.read.push(made)
      page?.cleanup()
      if (number % TOGETHER === 0) await document.cleanup()
    } catch {
      progress.damaged.push(number)
    }
  }
  return document.numPages + 1
}

async function readAll(first: OpenDocument, bytes: Uint8Array, kindOf: KindOfWords | null): Promise<Progress> {
  const beyond: Beyond | null = kindOf === null ? null : { kindOf, open: null, drafts: [] }
  const progress: Progress = { read: [], damaged: [], overfull: [], stopped: null }
  const count = first.document.numPages
  const until = performance.now() + limits.time + limits.timePerPage * count
  let next = await readFrom(first, 1, until, progress, beyond)
  for (let opening = 1; next <= count; opening++) {
    const open = opening < MOST_OPENINGS ? await openDocument(bytes) : 'damaged'
    if (typeof open === 'string') {
      progress.stopped = next
      break
    }
    next = await readFrom(open, next, until, progress, beyond).finally(() => open.close())
  }
  if (beyond !== null) finishLabels(beyond.drafts)
  return progress
}

const MOST_SHOWN = 30

function shown(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > MOST_SHOWN ? `${plain.slice(0, MOST_SHOWN)}…` : plain
}

const bare = (text: string): string => text.replace(/\s+/g, '')

function textsOf({ items }: PageContent): string[] {
  return items.flatMap((item) => (item.kind === 'line' ? [item.text] : item.cells.map(({ text }) => text)))
}

function wholePage({ page, width, height }: PageContent): SeenAt {
  return { source: { kind: 'page', page, box: [0, 0, Math.round(width), Math.round(height)] } }
}

function pageFindings(read: readonly ReadPage[], name: string): Finding[] {
  const findings: Finding[] = []
  const say = (
    rule: string,
    message: string,
    severity: Severity,
    pages: readonly ReadPage[],
    more: Readonly<Record<string, string | number>> = {},
  ): void => {
    const [first] = pages
    if (first === undefined) return
    const data = { name, count: pages.length, page: first.content.page, ...more }
    findings.push(
      finding(
        `pdf/${rule}`,
        message,
        severity,
        data,
        pages.map(({ content }) => wholePage(content)),
      ),
    )
  }
  const where = (test: (page: ReadPage) => boolean): ReadPage[] => read.filter(test)
  const sum = (pages: readonly ReadPage[], count: (page: ReadPage) => number): number =>
    pages.reduce((total, page) => total + count(page), 0)
  say(
    'too-large',
    'page',
    'error',
    where(({ exceeded }) => exceeded),
  )
  const symbols = where(({ unreadable, picture }) => unreadable > 0 && picture !== 'unreadable')
  say('symbol', 'unknown', 'warning', symbols, { count: sum(symbols, ({ unreadable }) => unreadable) })
  say(
    'not-read',
    'pictures',
    'info',
    where(({ pictured }) => pictured),
  )
  say(
    'unruled',
    'table',
    'warning',
    where(({ content }) => content.items.some((item) => item.kind === 'table' && item.byHeads === true)),
  )
  const commented = where(({ comments }) => comments > 0)
  say('not-read', 'comments', 'info', commented, { count: sum(commented, ({ comments }) => comments) })
  const marked = where(({ watermark }) => watermark !== '')
  say('not-read', 'watermark', 'info', marked, { text: shown(marked[0]?.watermark ?? '') })
  // What shows elsewhere is not lost: labels merged over a page break are painted on both pages.
  const visible = read.map(({ content }) => bare(textsOf(content).join(''))).join('\n')
  const lost = (page: ReadPage): string[] => page.hidden.filter((text) => !visible.includes(bare(text)))
  const hidden = where((page) => lost(page).length > 0)
  say('hidden', 'hidden', 'info', hidden, { text: shown(hidden[0] === undefined ? '' : lost(hidden[0]).join(' ')) })
  return findings
}

const empty = (findings: readonly Finding[]): PdfPages => ({ pages: [], picturePages: [], findings })

/**
 * The pages of a document, for those who recognise its pictures too; else see `readPdf`. `kindOf` knows the words that head columns:
 * tables that draw no lines are found by them; without it by how their text is aligned alone.
 */
export async function readPdfPages(
  bytes: Uint8Array,
  name: string,
  kindOf: KindOfWords | null = null,
): Promise<PdfPages> {
  const refuse = (rule: string, message: string, data: Readonly<Record<string, string | number>> = {}): PdfPages =>
    empty([finding(`pdf/${rule}`, message, 'error', { name, ...data })])
  if (bytes.length === 0) return refuse('unreadable', 'empty')
  if (bytes.length > limits.bytes) {
    return refuse('too-large', 'bytes', { size: megabytes(bytes.length), limit: megabytes(limits.bytes) })
  }
  if (holdsBomb(bytes)) return refuse('too-large', 'unpacked', { limit: megabytes(limits.unpackedStream) })
  const open = await openDocument(bytes)
  if (typeof open === 'string') return refuse('unreadable', open)
  try {
    const count = open.document.numPages
    if (count > limits.pages) return refuse('too-large', 'pages', { count, limit: limits.pages })
    const { read, damaged, overfull, stopped } = await readAll(open, bytes, kindOf)
    const findings = pageFindings(read, name)
    if (damaged.length > 0) {
      const data = { name, count: damaged.length, page: damaged[0]! }
      findings.push(finding('pdf/damaged-page', 'page', 'error', data))
    }
    if (overfull.length > 0) {
      const data = { name, count: overfull.length, page: overfull[0]! }
      findings.push(finding('pdf/too-large', 'overfull', 'error', data))
    }
    if (stopped !== null) {
      const data = { name, page: stopped, count: count - stopped + 1 }
      findings.push(finding('pdf/too-large', 'time', 'error', data))
    }
    const { pages, pageNumbers, repeated } = withoutFurniture(read.map(({ content }) => content))
    for (const [message, left] of Object.entries({ pageNumbers, repeated })) {
      if (left.length > 0) findings.push(finding('pdf/not-read', message, 'info', { name, count: left.length }, left))
    }
    const picturePages = read.flatMap(({ picture, content: { page } }): PicturePage[] =>
      picture === 'no' ? [] : [{ page, kind: picture }],
    )
    return { pages, picturePages, findings }
  } catch {
    return refuse('unreadable', 'damaged')
  } finally {
    await open.close()
  }
}

export function noContent(name: string): Finding {
  return finding('pdf/unreadable', 'noContent', 'error', { name })
}

/** What is to be said of pages that are pictures, as far as nobody recognises them. */
export function pictureFindings(pages: readonly PicturePage[], name: string): Finding[] {
  return (['picture', 'unreadable', 'layer'] as const).flatMap((kind): Finding[] => {
    const numbers = pages.filter((page) => page.kind === kind).map(({ page }) => page)
    const [page] = numbers
    if (page === undefined) return []
    const severity = kind === 'layer' ? 'warning' : 'error'
    const places = numbers.map((number) => ({ source: { kind: 'page', page: number, box: [0, 0, 0, 0] } as const }))
    return [finding('pdf/picture-page', kind, severity, { name, count: numbers.length, page }, places)]
  })
}

/** The grids of what is text in a document; pages that are pictures are said. */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  kindOf: KindOfWords | null = null,
): Promise<Outcome<Grid[]>> {
  const { pages, picturePages, findings } = await readPdfPages(bytes, name, kindOf)
  const value = gridsOfPages(pages, 'typed')
  const all = [...findings, ...pictureFindings(picturePages, name)]
  if (value.length === 0 && !all.some(({ severity }) => severity === 'error')) all.push(noContent(name))
  return { value, findings: all }
}
