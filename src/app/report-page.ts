/** The report as one self-contained page: the official form, findings beside their cells, the way of every point. */

import { layOut } from '../core/layout/index.ts'
import type { Lang, Report } from '../core/model/index.ts'
import { layoutById } from '../core/rulebook/index.ts'
import { writeHtml } from '../writers/html/index.ts'

/** Null where no layout of that id exists. */
export function reportPage(report: Report, lang: Lang): string
export function reportPage(report: Report, lang: Lang, layoutId: string | undefined): string | null
export function reportPage(report: Report, lang: Lang, layoutId?: string): string | null {
  if (layoutId !== undefined && layoutById(layoutId) === undefined) return null
  return writeHtml(report, layOut(report, layoutId), lang)
}
