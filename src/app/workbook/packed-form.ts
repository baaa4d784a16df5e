/** A form as short JSON, for the hidden sheet: most cells are their text alone. */

import { Exact, type Form } from '../../core/model/index.ts'
import { bareForm, formFromJson } from '../open-data/form-json.ts'

/** What is no cell though it is a text. */
const notCells: ReadonlySet<string> = new Set(['kind', 'stage', 'layout', 'role', 'level1Kind', 'columns'])

function isCell(item: object): item is { readonly raw: string; readonly value: unknown } {
  return 'raw' in item && 'value' in item && !('repairs' in item)
}

/** '' → 0; a text that says itself → the text; a figure → [raw, figure]; a value of another kind → [raw], read anew. */
function pack(item: unknown, key: string): unknown {
  if (typeof item !== 'object' || item === null || notCells.has(key)) return item
  if (Array.isArray(item)) return item.map((each) => pack(each, ''))
  if (isCell(item)) {
    const { raw, value } = item
    if (raw === '' && value === null) return 0
    if (value === raw) return raw
    if (value instanceof Exact) return [raw, value.toString()]
    return typeof value === 'object' && value !== null ? [raw] : [raw, value]
  }
  return Object.fromEntries(Object.entries(item).map(([name, each]) => [name, pack(each, name)]))
}

function unpack(item: unknown, key: string): unknown {
  if (notCells.has(key)) return item
  if (item === 0) return { raw: '', value: null }
  if (typeof item === 'string') return { raw: item, value: item }
  if (Array.isArray(item)) {
    const [raw, value = null] = item
    return typeof raw === 'string' ? { raw, value } : item.map((each) => unpack(each, ''))
  }
  if (typeof item !== 'object' || item === null) return item
  return Object.fromEntries(Object.entries(item).map(([name, each]) => [name, unpack(each, name)]))
}

/** Targets and actuals that a machine may have misread: '3.target'. */
function doubtsOf(form: Form): readonly string[] {
  return form.indicators.flatMap((row, index) =>
    (['target', 'actual'] as const).flatMap((side) =>
      (row[side].value?.repairs.length ?? 0) > 0 ? [`${index}.${side}`] : [],
    ),
  )
}

export function packForm(form: Form): string {
  return JSON.stringify({ form: pack(bareForm(form), ''), doubts: doubtsOf(form) })
}

export interface Unpacked {
  /** Targets and actuals have their text alone: whoever needs their value reads it. */
  readonly form: Form
  readonly doubts: ReadonlySet<string>
}

/** Null where the text is not what `packForm` wrote. */
export function unpackForm(json: string): Unpacked | null {
  try {
    const { form, doubts } = JSON.parse(json) as { form: unknown; doubts: readonly string[] }
    return { form: formFromJson(unpack(form, '')), doubts: new Set(doubts) }
  } catch {
    return null
  }
}
