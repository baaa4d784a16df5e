/** Reads made files with the product and counts what came back. */

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readForms } from '../../../src/app/index.ts'
import type { Recognition } from '../../../src/core/model/index.ts'
import { recognise } from '../../../src/core/recognise/index.ts'
import { shownIn } from '../shown.ts'
import { type ComparedField, compareForms, countDigits, type Reading, withoutWidth } from './compare.ts'
import type { OfficeForm } from './forms.ts'
import type { MadeFile } from './make-files.ts'

/** What was printed, or read back, in one file. */
export interface Measured {
  readonly format: string
  readonly office: OfficeForm
  readonly fields: readonly ComparedField[]
  readonly forms: number
  /** Cells that a person is asked to confirm. */
  readonly toConfirm: number
  readonly milliseconds: number
  /** Why nothing was read. */
  readonly refusal: string | null
}

/** The cells whose reading is open: a person is asked. What sums decided is said, but nobody is asked. */
function openIn(recognition: Recognition): ReadonlySet<string> {
  const open = recognition.events.filter(({ kind }) => kind === 'reading-open' || kind === 'cells-ambiguous')
  return new Set(open.flatMap(({ at }) => at.map(({ path }) => path)))
}

/** The fields of those cells, as comparison names them: a label is one cell, but a field of each row under it. */
function markedIn(recognition: Recognition, open: ReadonlySet<string>): ReadonlySet<string> {
  const { indicators, facts } = recognition.form
  const marked = new Set<string>()
  for (const path of open) {
    marked.add(path.replace('.extra.', '.'))
    const fact = /^facts\[(\d+)\]/.exec(path)
    if (fact !== null) marked.add(facts[Number(fact[1])]!.label.raw.replace(/\s/g, ''))
    const label = /^indicators\[(\d+)\]\.(level[12])$/.exec(path)
    if (label === null) continue
    const level = label[2] as 'level1' | 'level2'
    indicators.forEach((indicator, row) => {
      if (indicator[level] === indicators[Number(label[1])]![level]) marked.add(`indicators[${row}].${level}`)
    })
  }
  return marked
}

/** Of several forms the one with most indicators is the form; the others are told by their number. */
function largest(recognitions: readonly Recognition[]): Recognition | null {
  return recognitions.reduce<Recognition | null>(
    (most, one) => (most === null || one.form.indicators.length > most.form.indicators.length ? one : most),
    null,
  )
}

function readingOf(office: OfficeForm, recognition: Recognition | null): Reading | null {
  if (recognition === null) return null
  return { lines: shownIn(office.layout, recognition.form), marked: markedIn(recognition, openIn(recognition)) }
}

/** The printed table itself, without a file: what recognition alone makes of it. */
export function measureTable(office: OfficeForm): Measured {
  const { forms } = recognise([{ ...office.grid, signs: 'typed' }])
  const most = largest(forms)
  const reading = readingOf(office, most)
  return {
    format: 'table',
    office,
    fields: compareForms(office.truth, reading),
    forms: forms.length,
    toConfirm: most === null ? 0 : openIn(most).size,
    milliseconds: 0,
    refusal: null,
  }
}

export async function measureFile({ office, format, path }: MadeFile): Promise<Measured> {
  const bytes = readFileSync(path)
  const start = process.hrtime.bigint()
  const { recognitions, findings } = await readForms(bytes, basename(path))
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
  const most = largest(recognitions)
  const reading = readingOf(office, most)
  return {
    format,
    office,
    fields: compareForms(office.truth, reading, format.startsWith('scan') ? withoutWidth : undefined),
    forms: recognitions.length,
    toConfirm: most === null ? 0 : openIn(most).size,
    milliseconds,
    refusal: recognitions.length > 0 ? null : findings.map(({ rule, message }) => `${rule}/${message}`).join(', '),
  }
}

export interface Summary {
  readonly files: number
  /** Files that gave exactly one form. */
  readonly oneForm: number
  readonly fields: number
  readonly right: number
  readonly digits: number
  readonly digitsRight: number
  /** Wrong, and nobody was asked to look. */
  readonly unmarked: number
  readonly invented: number
  /** Cells to confirm in a form: in the middle form, and in all but the worst twentieth. */
  readonly confirmMedian: number
  readonly confirmMost: number
  readonly medianMilliseconds: number
}

function rank(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export function summarise(all: readonly Measured[]): Summary {
  const fields = all.flatMap((one) => one.fields)
  const digits = fields.map(countDigits)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const confirm = all.map(({ toConfirm }) => toConfirm).sort((a, b) => a - b)
  const times = all.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  return {
    files: all.length,
    oneForm: all.filter(({ forms }) => forms === 1).length,
    fields: fields.length,
    right: fields.filter(({ right }) => right).length,
    digits: sum(digits.map((one) => one.all)),
    digitsRight: sum(digits.map((one) => one.right)),
    unmarked: fields.filter(({ right, marked }) => !right && !marked).length,
    invented: fields.filter(({ truth, found }) => truth === '' && found !== '').length,
    confirmMedian: rank(confirm, 0.5),
    confirmMost: rank(confirm, 0.95),
    medianMilliseconds: rank(times, 0.5),
  }
}
