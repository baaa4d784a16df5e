/** A form written into a bureau's own blank one: read, recognised, filled in place, and read back. */

import {
  type CellEdit,
  type Finding,
  type Form,
  type Grid,
  type SourceSpan,
  shiftOf,
  type TableEdit,
} from '../../core/model/index.ts'
import { keyOf } from '../../core/recognise/source.ts'
import { type KeptFormula, type SourceAt, templateRules } from '../../core/template/index.ts'
import type { RuleTexts } from '../../core/texts/index.ts'
import { readNumber } from '../../core/values/index.ts'
import { CannotEdit } from '../../editors/office/package-edit.ts'
import { readSource } from '../read-source.ts'
import { fileEditRules, notEditable } from './messages.ts'

export interface Filled {
  /** Null where nothing could be written. */
  readonly content: Uint8Array | null
  readonly edits: readonly TableEdit[]
  readonly formulas: readonly KeptFormula[]
  readonly findings: readonly Finding[]
  readonly sourceAt: SourceAt
}

export interface FilledTemplate {
  /** Null where the template is not one that can be filled; a finding says why. */
  readonly content: Uint8Array | null
  /** `xlsx`, `docx`: what the filled file is. */
  readonly format: string
  /** About the filling, then about reading the template; places are those of the filled file. */
  readonly findings: readonly Finding[]
  /** Texts of what can be said of it. */
  readonly rules: Readonly<Record<string, RuleTexts>>
}

function placeKey(source: SourceSpan | undefined): string {
  if (source?.kind === 'sheet') return `${source.sheet}!${source.cell}`
  if (source?.kind === 'table') return `${source.table}:${source.row}:${source.column}`
  return source?.kind === 'text' ? `line ${source.line}` : ''
}

/** A figure is the same whatever decimals its cell shows. */
function isSame(shown: string, text: string): boolean {
  if (keyOf(shown) === keyOf(text)) return true
  const [one, other] = [readNumber(shown).value, readNumber(text).value]
  return one !== null && other !== null && one.equals(other) && shown.includes('%') === text.includes('%')
}

/** What the filled file shows where something was written: its reader has the last word. */
function compareShown(filled: Filled, grids: readonly Grid[]): Finding[] {
  const shown = new Map<string, string>()
  for (const { cells } of grids) {
    for (const { source, text } of cells) {
      const key = placeKey(source)
      if (!shown.has(key)) shown.set(key, text)
    }
  }
  const findings: Finding[] = []
  const compare = (message: 'differs' | 'formula', grid: number, cell: KeptFormula | CellEdit, part: boolean) => {
    const inserts = filled.edits.find((edit) => edit.grid === grid)?.inserts ?? []
    const source = filled.sourceAt(grid, cell.row + shiftOf(inserts, cell.row) + cell.copy, cell.column)
    const now = shown.get(placeKey(source)) ?? ''
    // A formula that is not worked out here shows nothing yet.
    if (message === 'formula' && (now === '' || cell.text === '')) return
    if (part ? keyOf(now).includes(keyOf(cell.text)) : isSame(now, cell.text)) return
    findings.push({
      rule: 'template/reads-otherwise',
      message,
      data: { text: cell.text.slice(0, 60), shown: now.slice(0, 60) },
      severity: templateRules['template/reads-otherwise'].severity,
      certainty: 'certain',
      at: [{ path: cell.path, text: now, ...(source === undefined ? {} : { source }) }],
      law: [],
    })
  }
  for (const { grid, cells } of filled.edits) {
    for (const cell of cells) compare('differs', grid, cell, cell.splice !== undefined)
  }
  for (const formula of filled.formulas) compare('formula', formula.grid, formula, false)
  return findings
}

/** Fills a blank xlsx or docx. Never throws for what the template holds. */
export async function fillTemplate(form: Form, bytes: Uint8Array, name: string): Promise<FilledTemplate> {
  const source = await readSource(bytes, name)
  const { format } = source
  const rules = { ...source.rules, ...fileEditRules, ...templateRules }
  // What the reader says of a blank form is of use only where it keeps the form from being filled.
  const onReading = source.findings.filter(({ severity }) => severity === 'error')
  const refused = (...findings: readonly Finding[]): FilledTemplate => ({
    content: null,
    format,
    findings: [...findings, ...onReading],
    rules,
  })
  if (format !== 'xlsx' && format !== 'docx') return refused(notEditable(name, format))
  try {
    const filled = await fill(format, form, bytes, name, source.grids)
    if (filled === null || filled.content === null) return refused(...(filled?.findings ?? [notEditable(name, format)]))
    const { grids } = await readSource(filled.content, name)
    return {
      content: filled.content,
      format,
      findings: [...filled.findings, ...compareShown(filled, grids), ...onReading],
      rules,
    }
  } catch (thrown) {
    if (!(thrown instanceof CannotEdit)) throw thrown
    return refused(notEditable(name, format, thrown))
  }
}

async function fill(
  format: 'xlsx' | 'docx',
  form: Form,
  bytes: Uint8Array,
  name: string,
  grids: readonly Grid[],
): Promise<Filled | null> {
  if (format === 'xlsx') {
    const { fillWorkbook } = await import('./fill-workbook.ts')
    return fillWorkbook(form, bytes, name, grids)
  }
  const { fillDocument } = await import('./fill-document.ts')
  return fillDocument(form, bytes, name, grids)
}
