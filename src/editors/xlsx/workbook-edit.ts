/** A workbook being changed in place: its sheets by name, written cell by cell, everything else of the package as it was. */

import type { PackageProblem, Relationship } from '../../containers/office-package.ts'
import type { GridCell, TableEdit } from '../../core/model/index.ts'
import { CannotEdit, PackageEdit } from '../office/package-edit.ts'
import { attributeValue, childNamed, type XmlElement } from '../office/xml-tree.ts'
import { blankGrid, type SheetGrid } from './blank-grid.ts'
import { type CellRoom, roomsOf } from './cell-room.ts'
import { movesOf } from './formula-refs.ts'
import { moveOtherParts } from './moved-parts.ts'
import { recalculate } from './recalculate.ts'
import { editSheet } from './sheet-edit.ts'
import { readSheetPart } from './sheet-part.ts'
import { type CellLooks, noLooks, readLooks } from './styles-part.ts'

export interface SheetName {
  readonly name: string
  readonly part: string
  /** Of the workbook, as the chain of calculation names it. */
  readonly id: string
  readonly hidden: boolean
}

export class WorkbookEdit {
  readonly package: PackageEdit
  readonly main: string
  readonly sheets: readonly SheetName[]
  readonly #links: readonly Relationship[]
  #looks: CellLooks | null = null
  #strings: readonly string[] | null = null

  private constructor(edit: PackageEdit, main: string) {
    this.package = edit
    this.main = main
    this.#links = edit.office.relationships(main)
    const { text, root } = edit.xml(main)
    const list = childNamed(root, 'sheets')
    this.sheets = (list?.children ?? []).flatMap((element) => {
      const link = this.#links.find(({ id }) => id === relationshipOf(text, element))
      const name = attributeValue(text, element, 'name') ?? ''
      const id = attributeValue(text, element, 'sheetId') ?? ''
      const hidden = /hidden$/i.test(attributeValue(text, element, 'state') ?? '')
      return link?.type === 'worksheet' ? [{ name, part: link.target, id, hidden }] : []
    })
  }

  /** Throws CannotEdit where its main part cannot be edited. */
  static open(bytes: Uint8Array): WorkbookEdit | PackageProblem {
    const edit = PackageEdit.open(bytes)
    if (!(edit instanceof PackageEdit)) return edit
    const main = edit.office.mainPart('xl/workbook.xml')
    return main === null || main.endsWith('.bin') ? 'notPackage' : new WorkbookEdit(edit, main)
  }

  /** The part of a kind (`styles`, `sharedStrings`, `calcChain`), or null. */
  linked(type: string): string | null {
    return this.#links.find((link) => link.type === type && this.package.has(link.target))?.target ?? null
  }

  get looks(): CellLooks {
    const part = this.linked('styles')
    this.#looks ??= part === null ? noLooks : readLooks(this.package.xml(part))
    return this.#looks
  }

  /** XML inside each shared text. */
  #sharedText(index: number): string | null {
    if (this.#strings === null) {
      const part = this.linked('sharedStrings')
      const xml = part === null ? null : this.package.xml(part)
      this.#strings =
        xml === null
          ? []
          : xml.root.children
              .filter(({ name }) => name === 'si')
              .map((item) => xml.text.slice(item.openEnd, item.closeStart))
    }
    return this.#strings[index] ?? null
  }

  /** The sheet with its blank cells. `texts`: what its cells print, by their names. */
  grid(sheet: SheetName, texts: ReadonlyMap<string, string>): SheetGrid {
    const part = readSheetPart(this.package.xml(sheet.part))
    if (part === null) throw new CannotEdit(sheet.part, 'malformed')
    return blankGrid(sheet.name, part, this.looks, texts)
  }

  /** How much room each cell of a sheet has; null where it grows with its text. */
  rooms(sheet: SheetName): (cell: GridCell) => CellRoom | null {
    const part = readSheetPart(this.package.xml(sheet.part))
    return part === null ? () => null : roomsOf(part, this.looks)
  }

  /** Writes cells and puts rows in. Throws CannotEdit. */
  edit(sheet: SheetName, edit: TableEdit): void {
    const part = readSheetPart(this.package.xml(sheet.part))
    if (part === null) throw new CannotEdit(sheet.part, 'malformed')
    const text = editSheet(part, edit, {
      sheet: sheet.name,
      formats: this.looks.formats,
      sharedText: (index) => this.#sharedText(index),
    })
    this.package.set(sheet.part, text)
    if (edit.inserts.length > 0) moveOtherParts(this, sheet, movesOf(edit.inserts))
    recalculate(this, sheet)
  }

  bytes(): Uint8Array {
    return this.package.bytes()
  }
}

/** `r:id`, never `sheetId`. */
function relationshipOf(text: string, element: XmlElement): string | undefined {
  const tag = text.slice(element.start, element.openEnd)
  return /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1]
}
