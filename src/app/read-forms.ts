/** Reading without judging: the forms of a file as data, and how a single value is understood. */

import { findingsOnReading } from '../core/evaluate/reading.ts'
import type { Finding, Form, Reading, Recognition } from '../core/model/index.ts'
import { type PlainForm, toPlain } from '../core/recognise/index.ts'
import type { RuleTexts } from '../core/texts/index.ts'
import { type Comparison, compareValues, readValue, type ValueContext } from '../core/values/index.ts'
import { type Run, readSource } from './read-source.ts'
import { recogniseSource } from './recognise-source.ts'

export interface ReadForms {
  readonly recognitions: readonly Recognition[]
  readonly findings: readonly Finding[]
  /** Texts of what the file's reader can say. */
  readonly rules: Readonly<Record<string, RuleTexts>>
}

/** `run` carries out the work on the file, so that it can be given a time limit. */
export async function readForms(bytes: Uint8Array, name: string, run: Run = (work) => work()): Promise<ReadForms> {
  const source = await readSource(bytes, name, run)
  const { rules } = source
  const read = run(() => recogniseSource(source))
  if (read === null) return { recognitions: [], findings: source.findings, rules }
  const { forms, findings } = read.recognised
  const onReading = forms.flatMap(({ events }) => findingsOnReading(events))
  return { recognitions: forms, findings: [...read.findings, ...findings, ...onReading], rules }
}

export function plainForm(form: Form): PlainForm {
  return toPlain(form)
}

export interface PairReading {
  readonly target: Reading
  readonly actual: Reading | null
  readonly comparison: Comparison | null
  readonly verdict: Comparison['verdict']
}

/** How a target and an actual are understood; without an actual the verdict is unknown. */
export function readPair(target: string, actual: string | null, context: ValueContext): PairReading {
  const understood = readValue(target, context)
  if (actual === null) return { target: understood, actual: null, comparison: null, verdict: 'unknown' }
  const reached = readValue(actual, context)
  const comparison = compareValues(understood, reached, context)
  return { target: understood, actual: reached, comparison, verdict: comparison.verdict }
}
