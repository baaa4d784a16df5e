/** Grids → forms: by header words, never by position alone. What could not be read is accounted for. */

import { gather } from '../model/gather.ts'
import type { Finding, Grid, Recognition, Residue } from '../model/index.ts'
import { level2Of } from '../rulebook/index.ts'
import { restoreRows } from './arrivals/index.ts'
import { buildForm } from './form.ts'
import { partPairedPoints } from './grids/paired-points.ts'
import { mergeRepeated } from './grids/repeated-cells.ts'
import { joinRowTables } from './grids/row-tables.ts'
import { sideBySide } from './grids/side-by-side.ts'
import { foldHeaderRows } from './headers/folded-headers.ts'
import { partJoinedLines } from './joined-lines.ts'
import { mendWords } from './knowledge/mend-words.ts'
import { recogniseRules } from './messages.ts'
import { flatMoney } from './money/flat-money.ts'
import { managementRows } from './money/management-rows.ts'
import { noForm } from './no-form.ts'
import {
  countCells,
  extentOf,
  findingsOnOthers,
  isScored,
  isTabular,
  kindOfDraft,
  type OtherKind,
  type OtherTable,
  type Outside,
  otherTable,
  strayRows,
} from './others.ts'
import { type GridRows, type Passage, passagesOf } from './passages.ts'
import { projectRows } from './project-rows.ts'
import { type Draft, sortRows } from './sections.ts'
import { isSiteLine } from './site-words.ts'
import { keyOf, type SourceCell, type SourceRow, sourceRows } from './source.ts'
import { documentAt, documentOf, noDocument, underTitle, yearLine } from './whole-document.ts'

export { pathsNamed, withCell } from './edit.ts'
export { recogniseRules } from './messages.ts'
export type { OtherKind, OtherTable, Outside } from './others.ts'
export * from './plain.ts'
export { type FormSketch, formFromSketch, type IndicatorSketch, numberCell, type TaskSketch } from './sketch.ts'
export { fieldOfHeader, kindOfWords } from './words.ts'

/** A form has indicators; without any header of them the file holds something else. */
function isForm(recognition: Recognition): boolean {
  return recognition.form.indicators.length > 0
}

const measured = ['target', 'actual', 'weight', 'score'] as const

/** Of text without borders, where none of several rows has a value of any kind: the columns were copied one after another, or the form is blank. */
function isValueless({ form }: Recognition, rows: readonly SourceRow[]): boolean {
  const isLoose = rows.every(({ cells }) => cells.every(({ source }) => source?.kind === 'text'))
  return (
    isLoose &&
    form.indicators.length > 1 &&
    form.indicators.every((row) => measured.every((field) => row[field].raw === ''))
  )
}

/** Of text without borders, where every row is named by the label of its block: the names ran together with the values. */
function isNameless({ form }: Recognition): boolean {
  return (
    form.indicators.length > 1 &&
    form.indicators.every(({ name }) => name.raw.endsWith('指标') && level2Of(keyOf(name.raw)) !== null)
  )
}

/** Reasons that say why the table of a file could not be read. */
const toldWhole: ReadonlySet<string> = new Set(['torn', 'glued', 'continued'])

function byGrid(rows: readonly SourceRow[]): SourceRow[][] {
  const grids: SourceRow[][] = []
  for (const row of rows) {
    if (grids.at(-1)?.[0]?.grid === row.grid) grids.at(-1)!.push(row)
    else grids.push([row])
  }
  return grids
}

/** Rows that can be read in another way are told, never settled in silence. */
function ambiguities({ events }: Recognition): Finding[] {
  const rule = 'recognise/ambiguous-row'
  const { severity } = recogniseRules[rule]
  return gather(events, (event): Finding[] =>
    event.kind === 'cells-ambiguous'
      ? [{ rule, message: 'other', data: event.data, severity, certainty: 'review', at: event.at, law: [] }]
      : [],
  )
}

type Unread = Residue['unread'][number]

/** Lines around a form that belong to none: what a site prints there is ignored, the rest is unread. */
function withUnread(recognition: Recognition, loose: readonly SourceCell[]): Recognition {
  if (loose.length === 0) return recognition
  const { residue } = recognition
  const ignored = [...residue.ignored]
  const unread = [...residue.unread]
  for (const { text, key, source } of loose) {
    const place: Unread = { text, ...(source === undefined ? {} : { source }) }
    if (isSiteLine(key)) ignored.push({ ...place, reason: 'pageFurniture' })
    else unread.push(place)
  }
  return { ...recognition, residue: { ...residue, ignored, unread } }
}

/** Its cells say how sure they are: a machine read them from a picture. */
function readFromPicture({ signs, cells }: Grid): boolean {
  return signs !== 'typed' && cells.some(({ confidence }) => confidence !== undefined)
}

function withExtent(recognition: Recognition, rows: readonly SourceRow[]): Recognition {
  const extent = extentOf(rows)
  const { form, events, residue } = recognition
  return extent === undefined ? recognition : { form, events, residue, extent }
}

/** The rows of each grid, with borders where the source has lost them. */
function gridRows(grids: readonly Grid[]): GridRows[] {
  // Beside tables a sentence on an indicator is part of a report, not a row of a form.
  const isAlone = grids.length === 1
  return byGrid(sourceRows(grids)).map((rows) => {
    const mended = readFromPicture(grids[rows[0]!.grid]!) ? mendWords(rows) : rows
    const restored = foldHeaderRows(partJoinedLines(restoreRows(mended, isAlone)))
    return { rows: managementRows(projectRows(flatMoney(restored))), bordered: grids[rows[0]!.grid]!.bordered }
  })
}

export interface Recognised {
  readonly forms: readonly Recognition[]
  readonly findings: readonly Finding[]
  readonly outside: Outside
}

/** All forms of the grids, in order; a finding instead where there is none. Never throws; time is linear in the cells. */
export function recognise(given: readonly Grid[]): Recognised {
  const grids = partPairedPoints(sideBySide(joinRowTables(given.map(mergeRepeated))))
  const read = gridRows(grids)
  const [only] = read
  const isRead = grids.some(readFromPicture)
  const isUnruled = ({ rows }: Draft): boolean => rows.some((row) => grids[row.grid]!.unruled === true)
  const passages: readonly Passage[] =
    read.length === 1 ? [{ kind: 'form', rows: only!.rows, heading: null }] : passagesOf(read)
  const whole = read.length === 1 ? noDocument : documentOf(passages)
  const forms: Recognition[] = []
  const tables: OtherTable[] = []
  let cells = 0
  // What stands in lines before a form without being one belongs to that form's residue; behind the last, to the last.
  let loose: SourceCell[] = []
  let above: readonly SourceRow[] = []
  let isBehindForm = false
  // Targets and score sheets beside self-evaluations are named and counted; where a file holds nothing else, they are its
  // forms: the sheets, if any is filled in, else the targets.
  const setting: {
    readonly table: OtherTable
    readonly header: SourceRow | undefined
    readonly read: () => Recognition
  }[] = []
  const scoring: typeof setting = []
  let valueless: SourceRow | undefined
  let loosened: SourceCell | undefined
  const bordered = grids.some((grid) => grid.bordered)
  for (const { kind, rows, heading } of passages) {
    if (kind !== 'form') {
      cells += countCells(rows)
      const stray = isBehindForm ? strayRows(rows) : []
      if (stray.length > 0) tables.push(otherTable('rows', kind === 'table' ? rows : stray, null))
      else if (kind === 'table') tables.push(otherTable('other', rows, heading))
      if (kind === 'text') above = rows
      else isBehindForm = false
      continue
    }
    isBehindForm = true
    let titled: readonly SourceCell[] = []
    for (const draft of sortRows(rows)) {
      const around = draft.titles.length > 0 ? documentAt(whole, above) : underTitle(documentAt(whole, above), titled)
      if (draft.titles.length > 0) titled = [...draft.titles, ...gather(draft.facts, yearLine)]
      const other = kindOfDraft(draft)
      const recognition = other === null ? buildForm(draft, around, isRead, isUnruled(draft)) : null
      const isBlank = recognition !== null && !bordered && isForm(recognition) && isValueless(recognition, draft.rows)
      if (isBlank) valueless ??= draft.indicators[0]?.header[0]
      if (recognition !== null && isForm(recognition) && !isBlank) {
        forms.push(withUnread(withExtent(recognition, draft.rows), loose))
        loose = []
      } else if (other === 'targets' || isTabular(draft.rows)) {
        const title = draft.titles.findLast(({ key }) => /表/.test(key)) ?? heading
        const table = otherTable(other ?? 'headless', draft.rows, title)
        tables.push(table)
        cells += countCells(draft.rows)
        const isSheet = other === 'scheme' && isScored(draft)
        // Which figure of a sheet is whose, its borders alone say.
        if (isSheet && !bordered) loosened ??= title ?? undefined
        const aside = other === 'targets' ? setting : isSheet && bordered ? scoring : null
        if (aside !== null) {
          const header = draft.indicators[0]?.header[0]
          const readAside = () => withExtent(buildForm(draft, around, isRead, isUnruled(draft)), draft.rows)
          aside.push({ table, header, read: readAside })
        }
      } else if (read.length > 1) {
        cells += countCells(draft.rows)
      } else {
        loose.push(...gather(draft.rows, (row) => gather(row.cells, (cell) => cell.joined ?? [cell])))
      }
    }
    above = []
  }
  if (forms.length === 0) {
    for (const { table, header, read: readAside } of scoring.length > 0 ? scoring : setting) {
      const recognition = readAside()
      if (!isForm(recognition)) continue
      if (!bordered && isNameless(recognition)) {
        valueless ??= header
        continue
      }
      forms.push(recognition)
      tables.splice(tables.indexOf(table), 1)
      cells -= table.cells
    }
  }
  const outside: Outside = { tables, cells }
  const last = forms.pop()
  if (last === undefined) {
    const why = noForm(
      gather(read, ({ rows }) => rows),
      tables,
      valueless,
      loosened,
    )
    // What is told of the whole file needs no second word on its only table.
    const isTold = (kind: OtherKind): boolean =>
      kind === 'other' || kind === 'targets' || (kind === 'headless' && toldWhole.has(why.message))
    const rest = read.length > 1 ? tables : tables.filter(({ kind }) => !isTold(kind))
    return { forms: [], findings: [why, ...findingsOnOthers(rest)], outside }
  }
  const all = [...forms, withUnread(last, loose)]
  return { forms: all, findings: [...gather(all, ambiguities), ...findingsOnOthers(tables)], outside }
}
