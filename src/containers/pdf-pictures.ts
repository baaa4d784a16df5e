/** Pages of a PDF drawn as pictures, by pdfium: for pages that are themselves pictures. */

import { createRequire } from 'node:module'

export interface RenderedPage {
  /** From 1. */
  readonly page: number
  readonly width: number
  readonly height: number
  /** Pixels per inch: less than asked for where the page is very large. */
  readonly dpi: number
  /** Blue, green, red, alpha; rows without gaps. */
  readonly data: Uint8Array
}

/** Of one page; a larger one is drawn coarser. */
const MOST_PIXELS = 40_000_000
/** A page drawn coarser than this cannot be read. */
const COARSEST = 60

export type RenderProblem = 'noPackage' | 'password' | 'damaged' | 'page' | 'pageSize'

/** Why pages could not be drawn; `page` is the one, 0 for the whole file. */
export class CannotRender extends Error {
  readonly problem: RenderProblem
  readonly page: number
  constructor(problem: RenderProblem, page: number) {
    super(problem)
    this.problem = problem
    this.page = page
  }
}

type Library = Awaited<ReturnType<typeof import('@hyzyla/pdfium')['PDFiumLibrary']['init']>>

async function loadLibrary(): Promise<Library> {
  try {
    createRequire(import.meta.url).resolve('@hyzyla/pdfium')
    const { PDFiumLibrary } = await import('@hyzyla/pdfium')
    return await PDFiumLibrary.init()
  } catch {
    throw new CannotRender('noPackage', 0)
  }
}

/**
 * Pages (from 1), one after the other, each drawn when it is asked for. A library of its own for every document, so that
 * what a hostile file does to it ends with the file. Throws CannotRender only.
 */
export async function* renderPages(
  bytes: Uint8Array,
  pages: readonly number[],
  dpi: number,
): AsyncGenerator<RenderedPage, void, void> {
  const library = await loadLibrary()
  try {
    const document = await library.loadDocument(bytes).catch((error: unknown) => {
      throw new CannotRender(/password/i.test(String(error)) ? 'password' : 'damaged', 0)
    })
    try {
      for (const page of pages) yield await draw(document, page, dpi)
    } finally {
      document.destroy()
    }
  } finally {
    library.destroy()
  }
}

async function draw(
  document: Awaited<ReturnType<Library['loadDocument']>>,
  page: number,
  dpi: number,
): Promise<RenderedPage> {
  try {
    const drawn = document.getPage(page - 1)
    const { originalWidth, originalHeight } = drawn.getOriginalSize()
    const square = (originalWidth / 72) * (originalHeight / 72)
    const fitting = Math.min(dpi, Math.sqrt(MOST_PIXELS / Math.max(square, 1e-6)))
    if (!(fitting >= COARSEST)) throw new CannotRender('pageSize', page)
    const { width, height, data } = await drawn.render({ scale: fitting / 72, render: 'bitmap', colorSpace: 'BGRA' })
    // The renderer's memory is reused for the next page.
    return { page, width, height, dpi: fitting, data: data.slice() }
  } catch (error) {
    throw error instanceof CannotRender ? error : new CannotRender('page', page)
  }
}
