/** The official form in a format: the report page as html; the form alone as xlsx, docx and PDF. */

import { layOut } from '../core/layout/index.ts'
import type { Lang, Report } from '../core/model/index.ts'
import { layoutById } from '../core/rulebook/index.ts'
import { writeXlsx } from '../writers/xlsx/index.ts'
import { plainForm } from './read-forms.ts'
import { reportPage } from './report-page.ts'

export const printFormats = ['html', 'xlsx', 'docx', 'pdf'] as const
export type PrintFormat = (typeof printFormats)[number]

export function isPrintFormat(text: string): text is PrintFormat {
  return printFormats.some((format) => format === text)
}

/** The platform lacks what a format needs; the others are not touched by it. */
export class CannotPrint extends Error {
  readonly format: PrintFormat

  constructor(format: PrintFormat, reason: string) {
    super(reason)
    this.format = format
  }
}

/** The form as a PDF, its data attached. The compiler of pages is loaded here and nowhere else. */
async function printPdf(report: Report, layoutId: string | undefined): Promise<Uint8Array> {
  const { NoPdfCompiler, writePdf } = await import('../writers/pdf/index.ts')
  try {
    return await writePdf(layOut(report, layoutId), {
      title: report.form.title.raw,
      json: JSON.stringify(plainForm(report.form)),
    })
  } catch (error) {
    if (error instanceof NoPdfCompiler) throw new CannotPrint('pdf', error.message)
    throw error
  }
}

/** Null where no layout of that id exists. Throws CannotPrint where the platform lacks what the format needs. */
export async function printForm(
  report: Report,
  format: PrintFormat,
  lang: Lang,
  layoutId?: string,
): Promise<string | Uint8Array | null> {
  if (layoutId !== undefined && layoutById(layoutId) === undefined) return null
  const title = report.form.title.raw
  switch (format) {
    case 'html':
      return reportPage(report, lang, layoutId)
    case 'xlsx':
      return writeXlsx(layOut(report, layoutId), { title })
    case 'docx': {
      const { writeDocx } = await import('../writers/docx/index.ts')
      return writeDocx(layOut(report, layoutId), { title })
    }
    case 'pdf':
      return printPdf(report, layoutId)
  }
}
