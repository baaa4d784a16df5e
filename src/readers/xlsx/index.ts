/**
 * Reads xlsx and xlsm workbooks: each sheet with text is a grid, its cells as they are printed. Ignored on purpose: macros
 * and links to other files (said), charts, headers and footers of the page, validations, conditional formats. Comments
 * are told with their places. Knows nothing of forms.
 */

import { finding, packageFinding, partFinding } from '../../containers/findings.ts'
import { looksLikePackage, OfficePackage, type PartProblem } from '../../containers/office-package.ts'
import type { SheetCell } from '../../containers/sheets/content.ts'
import { sheetGrids } from '../../containers/sheets/sheet-grids.ts'
import type { Finding, Grid, Outcome } from '../../core/model/index.ts'
import { readComments } from './comments.ts'
import { readDrawing } from './drawing.ts'
import { limits } from './limits.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readSheet, type SheetContext } from './sheet.ts'
import { readFormats } from './styles.ts'
import { readWorkbook, type SheetEntry } from './workbook.ts'

export { limits } from './limits.ts'
export { xlsxReaderRules } from './messages.ts'

const FORMAT = 'xlsx'

/** 0 to 1, from the first bytes or all of them: an xlsx names its parts 'xl/…'. */
export function recognisesXlsx(firstBytes: Uint8Array): number {
  return looksLikePackage(firstBytes, 'xl/')
}

class WorkbookReader {
  readonly grids: Grid[] = []
  readonly findings: Finding[] = []
  readonly #office: OfficePackage
  readonly #name: string

  constructor(office: OfficePackage, name: string) {
    this.#office = office
    this.#name = name
  }

  #problem(problem: PartProblem | null, part: string): void {
    if (problem !== null) this.findings.push(partFinding(FORMAT, problem, limits, part, this.#name))
  }

  read(main: string): void {
    const workbook = readWorkbook(this.#office, main)
    this.#problem(workbook.problem, main)
    const formats = workbook.styles === null ? null : readFormats(this.#office, workbook.styles)
    if (formats !== null) this.#problem(formats.problem, workbook.styles!)
    const strings =
      workbook.sharedStrings === null ? null : readSharedStrings(this.#office, workbook.sharedStrings, limits.cells)
    if (strings !== null) this.#problem(strings.problem, workbook.sharedStrings!)
    if (strings?.tooMany) this.#tooManyCells()
    const context: SheetContext = {
      texts: strings?.texts ?? [],
      formats: formats?.codes ?? [],
      from1904: workbook.from1904,
      budget: { cells: limits.cells, characters: limits.characters },
    }
    if (workbook.sheets.length > limits.sheets) {
      const data = { name: this.#name, count: workbook.sheets.length, limit: limits.sheets }
      this.findings.push(finding(`${FORMAT}/too-many-parts`, 'sheets', 'error', data))
    }
    for (const entry of workbook.sheets.slice(0, limits.sheets)) this.#readSheet(entry, context)
    const say = (message: string, pattern: RegExp) => {
      for (const part of this.#office.parts) {
        if (!pattern.test(part)) continue
        this.findings.push(finding(`${FORMAT}/not-run`, message, 'info', { name: this.#name }))
        return
      }
    }
    say('macros', /^xl\/vbaProject\.bin$/i)
    say('links', /^xl\/externalLinks\/[^/]+\.xml$/i)
  }

  #tooManyCells(): void {
    const data = { name: this.#name, limit: limits.cells }
    if (this.findings.some(({ message }) => message === 'cells')) return
    this.findings.push(finding(`${FORMAT}/too-large`, 'cells', 'error', data))
  }

  #readSheet(entry: SheetEntry, context: SheetContext): void {
    const sheet = entry.name
    if (entry.part === null) {
      this.#problem('missing', sheet)
      return
    }
    const content = readSheet(this.#office, entry.part, context)
    this.#problem(content.problem, entry.part)
    if (content.exceeded === 'cells') this.#tooManyCells()
    const links = this.#office.relationships(entry.part)
    const boxes: SheetCell[] = []
    let pictures = 0
    for (const { target } of links.filter(({ type }) => type === 'drawing')) {
      const drawing = readDrawing(this.#office, target)
      this.#problem(drawing.problem, target)
      boxes.push(...drawing.boxes)
      pictures += drawing.pictures
    }
    // Where conversations are kept, notes only repeat them for older programs.
    const threads = links.filter(({ type }) => type === 'threadedComment')
    for (const { target } of threads.length > 0 ? threads : links.filter(({ type }) => type === 'comments')) {
      const { comments, problem } = readComments(this.#office, target)
      this.#problem(problem, target)
      for (const comment of comments) content.notes.add(comment, 'comment', comment.text)
    }
    const { grids, findings } = sheetGrids(
      FORMAT,
      sheet,
      {
        ...content,
        notes: content.notes.all,
        hidden: entry.hidden,
        boxes,
        pictures,
        tooManyMerges: content.exceeded === 'merges',
      },
      limits.merges,
    )
    this.grids.push(...grids)
    this.findings.push(...findings)
  }
}

/** One Grid for each sheet with text, in the order of the workbook; a finding for everything that could not be read. */
export function readXlsx(bytes: Uint8Array, name: string): Outcome<Grid[]> {
  const refuse = (found: Finding): Outcome<Grid[]> => ({ value: [], findings: [found] })
  const office = OfficePackage.open(bytes, limits)
  if (!(office instanceof OfficePackage)) return refuse(packageFinding(FORMAT, office, limits, bytes, name))
  const main = office.mainPart('xl/workbook.xml')
  if (main === null || main.endsWith('.bin')) {
    const binary = main !== null || office.has('xl/workbook.bin')
    return refuse(
      binary
        ? finding(`${FORMAT}/binary-workbook`, 'binary', 'error', { name })
        : finding(`${FORMAT}/unreadable`, 'noContent', 'error', { name }),
    )
  }
  const reader = new WorkbookReader(office, name)
  reader.read(main)
  const { grids, findings } = reader
  if (grids.length === 0 && findings.every(({ severity }) => severity !== 'error')) {
    findings.push(finding(`${FORMAT}/unreadable`, 'noContent', 'error', { name }))
  }
  return { value: grids, findings }
}
