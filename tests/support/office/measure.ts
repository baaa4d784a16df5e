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
function markedIn(recognition: Recognition): ReadonlySet<string> {
  const open = recognition.events.filter(({ kind }) => kind === 'reading-open' || kind === 'cells-ambiguous')
  return new Set(open.flatMap(({ at }) => at.map(({ path }) => path)))
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
  return { lines: shownIn(office.layout, recognition.form), marked: markedIn(recognition) }
}

/** The printed table itself, without a file: what recognition alone makes of it. */
export function measureTable(office: OfficeForm): Measured {
  const { forms } = recognise([{ ...office.grid, signs: 'typed' }])
  const reading = readingOf(office, largest(forms))
  return {
    format: 'table',
    office,
    fields: compareForms(office.truth, reading),
    forms: forms.length,
    toConfirm: reading?.marked.size ?? 0,
    milliseconds: 0,
    refusal: null,
  }
}

export async function measureFile({ office, format, path }: MadeFile): Promise<Measured> {
  const bytes = readFileSync(path)
  const start = process.hrtime.bigint()
  const { recognitions, findings } = await readForms(bytes, basename(path))
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
  const reading = readingOf(office, largest(recognitions))
  return {
    format,
    office,
    fields: compareForms(office.truth, reading, format.startsWith('scan') ? withoutWidth : undefined),
    forms: recognitions.length,
    toConfirm: reading?.marked.size ?? 0,
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
