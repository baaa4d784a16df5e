/** The official form in a format: the report page as html, the form alone as xlsx. */

import { layOut } from '../core/layout/index.ts'
import type { Lang, Report } from '../core/model/index.ts'
import { layoutById } from '../core/rulebook/index.ts'
import { writeXlsx } from '../writers/xlsx/index.ts'
import { reportPage } from './report-page.ts'

export const printFormats = ['html', 'xlsx'] as const
export type PrintFormat = (typeof printFormats)[number]

export function isPrintFormat(text: string): text is PrintFormat {
  return printFormats.some((format) => format === text)
}

/** Null where no layout of that id exists. */
export function printForm(
  report: Report,
  format: PrintFormat,
  lang: Lang,
  layoutId?: string,
): string | Uint8Array | null {
  if (layoutId !== undefined && layoutById(layoutId) === undefined) return null
  if (format === 'html') return reportPage(report, lang, layoutId)
  return writeXlsx(layOut(report, layoutId), { title: report.form.title.raw })
}
