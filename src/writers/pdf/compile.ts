/** Typst on this machine: template and data come from memory, fonts from us. */

import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFor, type PrintFont } from './fonts.ts'

/** The compiler that draws pages is not there on this platform. */
export class NoPdfCompiler extends Error {
  /** By which those know it who do not load this module. */
  override readonly name = 'NoPdfCompiler'
}

/** Results of earlier forms that the compiler remembers: enough to be quick, not so many that memory grows. */
const REMEMBERED_FORMS = 8

const compilers = new Map<PrintFont, NodeCompiler>()

/** Nothing is read from this folder: template and data come from memory. */
const NO_FOLDER = '/'

async function compilerFor(font: PrintFont): Promise<NodeCompiler> {
  const known = compilers.get(font)
  if (known !== undefined) return known
  let library: typeof import('@myriaddreamin/typst-ts-node-compiler')
  try {
    library = await import('@myriaddreamin/typst-ts-node-compiler')
  } catch (error) {
    throw new NoPdfCompiler(error instanceof Error ? error.message : String(error))
  }
  const compiler = library.NodeCompiler.create({ workspace: NO_FOLDER, fontArgs: [{ fontBlobs: [font.bytes] }] })
  compilers.set(font, compiler)
  return compiler
}

/** What the pages are drawn from; the signs that no font has are told to who makes the data. */
export interface Pages {
  readonly template: string
  /** All texts that are printed, for the choice of the font. */
  readonly texts: readonly string[]
  readonly data: (missing: ReadonlySet<string>) => unknown
}

/** Draws pages. Throws NoPdfCompiler where the platform has none, and for faults of the template. */
export async function compilePages({ template, texts, data }: Pages): Promise<Uint8Array> {
  const { font, missing } = fontFor(texts)
  const compiler = await compilerFor(font)
  const compiled = compiler.compile({ mainFileContent: template, inputs: { form: JSON.stringify(data(missing)) } })
  const document = compiled.result
  if (document === null) {
    const error = compiled.takeError()
    throw new Error(`pages not drawn: ${JSON.stringify(error?.shortDiagnostics ?? [])}`)
  }
  const bytes = compiler.pdf(document)
  compiler.evictCache(REMEMBERED_FORMS)
  return bytes
}
