/** The user's own file with what was found shown in it: comments in xlsx and docx, marked boxes in PDF and pictures. */

import { CannotRender } from '../../containers/pdf-pictures.ts'
import type { Finding, Lang, Report } from '../../core/model/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'
import { CannotEdit } from '../../editors/office/package-edit.ts'
import type { ListWords, Remark } from '../../editors/remark.ts'
import type { PrintSource } from '../print/product.ts'
import { cannotAnnotate } from './messages.ts'
import { listWords, remarksOn } from './remarks.ts'

export interface AnnotatedFile {
  /** Null where the file cannot show comments; a finding says why and what can be had instead. */
  readonly content: Uint8Array | null
  /** Of the file written: `xlsx`, `docx`, `pdf`. */
  readonly ending: string
  readonly findings: readonly Finding[]
}

type Annotate = (source: PrintSource, remarks: readonly Remark[], words: ListWords) => Promise<Uint8Array | null>

const workbook: Annotate = async ({ bytes }, remarks, words) => {
  const { WorkbookEdit } = await import('../../editors/xlsx/workbook-edit.ts')
  const { annotateWorkbook } = await import('../../editors/xlsx/annotate.ts')
  const edit = WorkbookEdit.open(bytes)
  if (!(edit instanceof WorkbookEdit)) return null
  annotateWorkbook(edit, remarks, words)
  return edit.bytes()
}

const document: Annotate = async ({ bytes }, remarks, words) => {
  const { DocumentEdit } = await import('../../editors/docx/document-edit.ts')
  const { annotateDocument } = await import('../../editors/docx/annotate.ts')
  const edit = DocumentEdit.open(bytes)
  if (!(edit instanceof DocumentEdit)) return null
  annotateDocument(edit, remarks, words)
  return edit.bytes()
}

const pdf: Annotate = async ({ bytes }, remarks, words) => {
  const { annotatePdfFile } = await import('./annotate-pdf.ts')
  return annotatePdfFile(bytes, remarks, words)
}

const pictures: Annotate = async ({ bytes, format }, remarks, words) => {
  const { annotatePictures } = await import('./annotate-pdf.ts')
  return annotatePictures(bytes, format === 'pages', remarks, words)
}

/** By the reader that took the file. */
const ways: Readonly<Record<string, { readonly ending: string; readonly annotate: Annotate }>> = {
  xlsx: { ending: 'xlsx', annotate: workbook },
  docx: { ending: 'docx', annotate: document },
  pdf: { ending: 'pdf', annotate: pdf },
  scan: { ending: 'pdf', annotate: pictures },
  pages: { ending: 'pdf', annotate: pictures },
}

/** Never throws for what the file holds. The same file gives the same bytes. */
export async function annotateFile(
  source: PrintSource,
  reports: readonly Report[],
  lang: Lang,
): Promise<AnnotatedFile> {
  const way = ways[source.format]
  const refused = (problem?: CannotEdit): AnnotatedFile => ({
    content: null,
    ending: '',
    findings: [cannotAnnotate(source.name, source.format, problem)],
  })
  if (way === undefined) return refused()
  const rules: Readonly<Record<string, RuleTexts>> = source.rules
  const remarks = remarksOn(reports, source.findings, rules, lang)
  try {
    const content = await way.annotate(source, remarks, listWords[lang])
    return content === null ? refused() : { content, ending: way.ending, findings: [] }
  } catch (thrown) {
    if (thrown instanceof CannotEdit) return refused(thrown)
    // A PDF that can neither be taken apart nor drawn.
    if (thrown instanceof CannotRender) return refused(new CannotEdit(`${thrown.page}`, 'damaged'))
    throw thrown
  }
}
