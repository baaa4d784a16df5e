/** Pages of a PDF drawn as pictures, by pdfium: for pages that are themselves pictures. */

import { createRequire } from 'node:module'

export interface RenderedPage {
  /** From 1. */
  readonly page: number
  readonly width: number
  readonly height: number
  /** Pixels per inch: those of the picture where the page is one; less than asked for where the page is very large. */
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

type Page = ReturnType<Awaited<ReturnType<Library['loadDocument']>>['getPage']>

/** Pictures on a page that are looked at for one that is the page. */
const MOST_OBJECTS = 40
/** How far the sides of a picture may be from those of its page, as a share. */
const SAME_SHAPE = 0.01

/** Pixels of the one picture that a scanned page is, turned as the page is; null where there is none, or several. */
async function onlyPicture(
  page: Page,
  width: number,
  height: number,
): Promise<{ width: number; height: number } | null> {
  const count = page.getObjectCount()
  if (count > MOST_OBJECTS) return null
  const found: { width: number; height: number }[] = []
  for (let at = 0; at < count; at++) {
    const object = page.getObject(at)
    if (object.type === 'image') found.push(await object.getImageDataRaw())
  }
  const [only] = found
  if (only === undefined || found.length > 1) return null
  const isLike = (shape: number) => Math.abs(shape / (width / height) - 1) <= SAME_SHAPE
  if (isLike(only.width / only.height)) return { width: only.width, height: only.height }
  return isLike(only.height / only.width) ? { width: only.height, height: only.width } : null
}

/** A page that is one picture is drawn pixel for pixel: drawn at another size, thin strokes and small signs are lost. */
async function draw(
  document: Awaited<ReturnType<Library['loadDocument']>>,
  page: number,
  dpi: number,
): Promise<RenderedPage> {
  try {
    const drawn = document.getPage(page - 1)
    const { originalWidth, originalHeight } = drawn.getOriginalSize()
    const square = (originalWidth / 72) * (originalHeight / 72)
    const most = Math.sqrt(MOST_PIXELS / Math.max(square, 1e-6))
    if (!(Math.min(dpi, most) >= COARSEST)) throw new CannotRender('pageSize', page)
    const picture = await onlyPicture(drawn, originalWidth, originalHeight).catch(() => null)
    const own = picture === null ? 0 : picture.width / (originalWidth / 72)
    const isOwn = own >= COARSEST && own <= most
    const fitting = isOwn ? own : Math.min(dpi, most)
    const size =
      picture !== null && isOwn
        ? { width: picture.width, height: picture.height }
        : {
            width: Math.round((originalWidth * fitting) / 72),
            height: Math.round((originalHeight * fitting) / 72),
          }
    const { width, height, data } = await drawn.render({ ...size, render: 'bitmap', colorSpace: 'BGRA' })
    // The renderer's memory is reused for the next page.
    return { page, width, height, dpi: fitting, data: data.slice() }
  } catch (error) {
    throw error instanceof CannotRender ? error : new CannotRender('page', page)
  }
}
