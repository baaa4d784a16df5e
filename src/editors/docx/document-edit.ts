/** A document being changed in place: its tables and paragraphs by their numbers, everything else of the package as it was. */

import type { PackageProblem } from '../../containers/office-package.ts'
import type { CellEdit, TableEdit } from '../../core/model/index.ts'
import { PackageEdit } from '../office/package-edit.ts'
import { TextEdits } from '../office/text-edits.ts'
import { spliceText, writeParagraph } from './cell-text.ts'
import { type DocumentPart, readDocumentPart } from './document-part.ts'
import { editTable } from './table-edit.ts'

export class DocumentEdit {
  readonly package: PackageEdit
  readonly main: string
  readonly part: DocumentPart
  readonly edits = new TextEdits()

  private constructor(edit: PackageEdit, main: string) {
    this.package = edit
    this.main = main
    this.part = readDocumentPart(edit.xml(main))
  }

  /** Throws CannotEdit where its main part cannot be edited. */
  static open(bytes: Uint8Array): DocumentEdit | PackageProblem {
    const edit = PackageEdit.open(bytes)
    if (!(edit instanceof PackageEdit)) return edit
    const main = edit.office.mainPart('word/document.xml')
    return main === null ? 'notPackage' : new DocumentEdit(edit, main)
  }

  /** `number`: of the table among all of the document, from 1. */
  editTable(number: number, edit: TableEdit): void {
    const table = this.part.tables[number - 1]
    if (table !== undefined) editTable(this.part.text, table, edit, this.edits)
  }

  /** `number`: of the paragraph among those outside tables, from 1. */
  editParagraph(number: number, writes: readonly CellEdit[]): void {
    const paragraph = this.part.paragraphs[number - 1]
    if (paragraph === undefined) return
    const { text } = this.part
    const whole = writes.find(({ splice }) => splice === undefined)
    if (whole !== undefined) writeParagraph(text, paragraph, whole.text, this.edits)
    else spliceText(text, paragraph, writes, this.edits)
  }

  bytes(): Uint8Array {
    if (!this.edits.isEmpty) this.package.set(this.main, this.edits.apply(this.part.text))
    return this.package.bytes()
  }
}
