/**
 * What the field knows, brought to bear on a form that was read from a picture: sums, points and rates settle doubtful
 * figures, the rest of the row doubtful values; what nothing settles is put to a person, best guess first.
 */

import {
  type Cell,
  cellAt,
  type Exact,
  type Form,
  type FormPath,
  type Place,
  type Reading,
  type RecognitionEvent,
  type Scalar,
} from '../../model/index.ts'
import { level1Of, level2Of } from '../../rulebook/index.ts'
import { readNumber } from '../../values/index.ts'
import { kindOf } from '../kinds.ts'
import { keyOf } from '../source.ts'
import { isTaskName, moneyRow } from '../words.ts'
import { candidatesOf } from './candidates.ts'
import { type FormCell, percentOf, readAs, readCells, readTextAs } from './form-cells.ts'
import { isKnownTitle } from './mend-words.ts'
import { OwnWords } from './own-words.ts'
import { type Relation, relationsOf } from './relations.ts'
import { judgeValue } from './row-evidence.ts'
import { Settler, type Variable } from './settle.ts'

/** In percent. Below this a figure is doubtful; with other readings at hand it takes more to be sure. */
const SURE_FIGURE = 90
const SURE_AGAINST_OTHERS = 98
/** One sign of a long text matters less, and many have none better. */
const SURE_TEXT = 80
/** Candidates shown to a person. */
const MOST_SHOWN = 4

function isDoubtful({ role, cell }: FormCell): boolean {
  const confidence = percentOf(cell)
  if (cell.raw === '') return true
  if (role === 'text') return confidence < SURE_TEXT
  // What is no figure was misread, however sure the reader is; so was a value that only a repair makes readable.
  if (role === 'figure' && cell.value === null && !isMark(cell)) return true
  if (role === 'value' && (cell.value as Reading | null)?.reason != null) return true
  return confidence < ((cell.alternatives?.length ?? 0) > 0 ? SURE_AGAINST_OTHERS : SURE_FIGURE)
}

/** A text that is a word of the field cannot well be another; nor can one whose other readings differ in width alone. */
function isFieldWord({ path, cell: { raw, alternatives = [] } }: FormCell): boolean {
  const key = keyOf(raw)
  if (alternatives.length > 0 && alternatives.every((other) => keyOf(other) === key)) return true
  if (/\.level[12]$/.test(path)) return level1Of(raw) !== null || level2Of(raw) !== null
  if (/^tasks\[\d+\]\.name$/.test(path)) return moneyRow(key) !== null || isTaskName(key)
  if (path === 'title') return isKnownTitle(key)
  if (path.endsWith('.unit')) return kindOf(key) === 'unit'
  return path.endsWith('.attribute') && kindOf(key) === 'operator'
}

function placeOf({ path, cell: { raw, origin } }: Pick<FormCell, 'path' | 'cell'>): Place {
  return { path, ...(origin === undefined ? {} : { source: origin }), ...(raw === '' ? {} : { text: raw }) }
}

function openEvent(cell: FormCell, candidates: readonly string[]): RecognitionEvent {
  const shown = [...new Set(candidates)].filter((text) => text !== '').slice(0, MOST_SHOWN)
  const data: Record<string, Scalar> = { text: cell.cell.raw, candidates: shown.join('、'), guess: shown[0] ?? '' }
  return { kind: 'reading-open', at: [placeOf(cell)], data }
}

function decidedEvent(cell: FormCell, to: string, by: string, name: string): RecognitionEvent {
  return { kind: 'reading-decided', at: [placeOf(cell)], data: { from: cell.cell.raw, to, by, name } }
}

function numberAt(form: Form, path: FormPath): Exact | null {
  const cell = cellAt(form, path) as Cell<Exact> | undefined
  if (cell === undefined) return null
  // A cell that is truly empty adds nothing.
  return cell.raw === '' ? (readNumber('0').value as Exact) : cell.value
}

/** Weights and scores of rows are points: never above a hundred. */
const POINTS = /^(?:indicators\[\d+\]\.(?:weight|score)|tasks\[\d+\]\.(?:weight|score)|executionPoints)$/

function variableOf({ path, cell }: Pick<FormCell, 'path' | 'cell'>): Variable {
  const others = cell.alternatives ?? []
  const isPossible = ({ value }: { value: Exact }): boolean =>
    !value.isNegative && (!POINTS.test(path) || value.atMost(hundred))
  const narrow = candidatesOf(cell.raw, others, false).filter(isPossible)
  const wide = candidatesOf(cell.raw, others, true).filter(isPossible)
  const asRead = narrow.find(({ rank }) => rank === 0) ?? null
  // What is no figure in any reading is one by the usual confusions, or not at all.
  return { path, narrow: narrow.length === 0 ? wide : narrow, wide, asRead }
}

const hundred = readNumber('100').value as Exact

/** A score that is all of its weight, read twice: one of the two is not doubtful, so neither is the other. */
function settleTwins(form: Form, settler: Settler, variables: ReadonlyMap<FormPath, Variable>): void {
  const by: Relation = { kind: 'twin', name: '', members: [], isPrinted: false, holds: () => true, missing: () => null }
  form.indicators.forEach((indicator, index) => {
    const paths = [`indicators[${index}].weight`, `indicators[${index}].score`] as const
    const cells = [indicator.weight, indicator.score] as const
    for (const at of [0, 1] as const) {
      const variable = variables.get(paths[at])
      const twin = cells[1 - at]!.value
      if (variable?.asRead == null || twin === null || settler.isOpen(paths[1 - at]!)) continue
      if (variable.asRead.value.equals(twin)) settler.take(paths[at], { candidate: variable.asRead, by })
    }
  })
}

interface Outcome {
  readonly form: Form
  readonly events: readonly RecognitionEvent[]
}

function settleFigures(form: Form, doubtful: readonly FormCell[]): Outcome {
  const figures = doubtful.filter(({ role }) => role === 'figure')
  const variables = new Map(figures.map((cell) => [cell.path, variableOf(cell)]))
  const settler = new Settler([...variables.values()], (path) => numberAt(form, path))
  const relations = relationsOf(form)
  settler.settle(relations)
  settleTwins(form, settler, variables)
  const { settled, wanted } = settler.settle(relations)
  let made = form
  const events: RecognitionEvent[] = []
  for (const cell of figures) {
    const found = settled.get(cell.path)
    if (found !== undefined) {
      if (found.candidate.rank === 0) continue
      made = readAs(made, cell.path, found.candidate.raw)
      events.push(decidedEvent(cell, found.candidate.raw, found.by.kind, found.by.name))
      continue
    }
    if (isMark(cell.cell)) continue
    const want = wanted.get(cell.path)?.value
    const own = variables.get(cell.path)!.narrow.map(({ raw }) => raw)
    const guess = want === undefined ? [] : [own.find((raw) => readNumber(raw).value!.equals(want)) ?? String(want)]
    events.push(openEvent(cell, [...guess, ...own, cell.cell.raw]))
  }
  // Of cells that would all make the sum come out, one whose row then has full marks is the likelier.
  const isTwinned = (path: FormPath, value: Exact): boolean => {
    const twin = path.endsWith('.weight') ? path.replace('.weight', '.score') : path.replace('.score', '.weight')
    return twin !== path && (cellAt(form, twin)?.value as Exact | null | undefined)?.equals(value) === true
  }
  for (const { path, candidate } of settler.suspects(relations, certainFigures(form, variables), isTwinned)) {
    const cell = figures.find((one) => one.path === path) ?? readCells(form).find((one) => one.path === path)!
    events.push(openEvent(cell, [candidate.raw, cell.cell.raw]))
  }
  return { form: made, events }
}

/** A figure read without doubt: where its sum does not come out it may be misread all the same. */
function certainFigures(form: Form, variables: ReadonlyMap<FormPath, Variable>): (path: FormPath) => Variable | null {
  return (path) => {
    const cell = cellAt(form, path)
    const isCertain = cell?.confidence !== undefined && cell.value !== null && !variables.has(path)
    return isCertain ? variableOf({ path, cell }) : null
  }
}

/** '-' or '/' where a figure would stand: nothing is meant, and no figure looks like it. */
function isMark({ raw, alternatives }: Cell<unknown>): boolean {
  return /^[-_—–/\\]+$/.test(raw) && !(alternatives ?? []).some((text) => /\d/.test(text))
}

function settleValues(form: Form, doubtful: readonly FormCell[]): Outcome {
  let made = form
  const events: RecognitionEvent[] = []
  for (const cell of doubtful) {
    if (cell.role !== 'value') continue
    const field = cell.path.endsWith('.target') ? 'target' : 'actual'
    const found = judgeValue(made, cell.row!, field)
    if (found.kind === 'taken') {
      made = readAs(made, cell.path, found.raw)
      events.push(decidedEvent(cell, found.raw, found.by, ''))
    } else if (found.kind === 'open') events.push(openEvent(cell, found.candidates))
  }
  return { form: made, events }
}

/** Texts that are no words of the field: the form's own words settle some, a person the others. */
function settleTexts(form: Form, doubtful: readonly FormCell[], ownWords: OwnWords): Outcome {
  let made = form
  const events: RecognitionEvent[] = []
  for (const cell of doubtful) {
    if (cell.role !== 'text' || isFieldWord(cell)) continue
    const raw = ownWords.otherReading(cell)
    const settled = raw === null ? made : readTextAs(made, cell.path, raw)
    if (raw !== null && settled !== made) events.push(decidedEvent(cell, raw, 'ownWord', ''))
    else events.push(openEvent(cell, [cell.cell.raw, ...(cell.cell.alternatives ?? [])]))
    made = settled
  }
  return { form: made, events }
}

/** The form with what could be settled, and an event for each cell that changed or stays open. */
export function applyKnowledge(form: Form): Outcome {
  const all = readCells(form)
  const doubtful = all.filter(isDoubtful)
  const figures = settleFigures(form, doubtful)
  const values = settleValues(figures.form, doubtful)
  const texts = settleTexts(values.form, doubtful, new OwnWords(all))
  return { form: texts.form, events: [...figures.events, ...values.events, ...texts.events] }
}
