/** Opens PDF documents with pdf.js: no scripts, no network, fonts and character maps from its own package. */

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import type { OperatorNumbers } from './drawing.ts'

export type OpenProblem = 'protected' | 'damaged'

export interface OpenDocument {
  readonly document: PDFDocumentProxy
  readonly numbers: OperatorNumbers
  close(): Promise<void>
}

type PdfJs = typeof import('pdfjs-dist')

let loaded: Promise<PdfJs> | undefined

/** What pdf.js would draw with; it only reads here, so that none of it is ever called. */
class Unused {}
/** Fonts need not be loaded to read text; without this pdf.js computes the outline of each glyph instead. */
class UnusedFontFace {
  readonly loaded = Promise.resolve()
}
const noDocument = { fonts: { add(): void {}, delete(): void {}, [Symbol.iterator]: [][Symbol.iterator] } }

/** pdf.js says on the console which parts for drawing it lacks; nothing is drawn. */
async function load(): Promise<PdfJs> {
  const globals = globalThis as Record<string, unknown>
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globals[name] ??= Unused
  globals.FontFace ??= UnusedFontFace
  const { warn } = console
  console.warn = () => {}
  try {
    return (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfJs
  } finally {
    console.warn = warn
  }
}

function folder(name: string): string {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return `${join(root, name)}/`
}

/** Longer runs without the end of a line are raw pictures or filling. */
const LONGEST_LINE = 1024 * 1024
const STEP = 64 * 1024
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const LESS_THAN = 0x3c

/**
 * A copy, which pdf.js takes over. Where it looks for lost objects it reads up to the end of a line or '<', at thirty
 * bytes of memory a character: very long runs without are broken. No text is: that is packed, or has lines.
 */
function copyOf(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes)
  let start = 0
  while (start < copy.length) {
    let end = copy.indexOf(LINE_FEED, start)
    if (end < 0) end = copy.length
    if (end - start > LONGEST_LINE) {
      for (let at = start; at + STEP < end; at += STEP) {
        const run = copy.subarray(at, at + STEP)
        if (!run.includes(CARRIAGE_RETURN) && !run.includes(LESS_THAN)) run[STEP - 1] = LINE_FEED
      }
    }
    start = end + 1
  }
  return copy
}

export async function openDocument(bytes: Uint8Array): Promise<OpenDocument | OpenProblem> {
  loaded ??= load()
  const pdfjs = await loaded
  const task: PDFDocumentLoadingTask = pdfjs.getDocument({
    data: copyOf(bytes),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: false,
    enableXfa: false,
    stopAtErrors: false,
    // Pictures are not decoded: only where they are is asked.
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    ownerDocument: noDocument as never,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    return { document, numbers: pdfjs.OPS, close: () => task.destroy() }
  } catch (error) {
    await task.destroy()
    return error instanceof Error && error.name === 'PasswordException' ? 'protected' : 'damaged'
  }
}
