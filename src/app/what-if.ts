/** What-if: '指标名.actual=60人' changes a printed cell before the form is judged. */

import type { Form, FormPath } from '../core/model/index.ts'
import { fieldOfHeader, pathsNamed, withCell } from '../core/recognise/index.ts'
import { readNumber } from '../core/values/index.ts'
import { nearNames } from './near-names.ts'

export interface WhatIf {
  readonly name: string
  readonly field: string
  readonly raw: string
}

const ofForm: ReadonlySet<string> = new Set(['total', 'grade', 'executionPoints'])
const ofNumbers: ReadonlySet<string> = new Set([
  'weight',
  'score',
  'budgeted',
  'budgeted.total',
  'executed',
  'executed.total',
  'initialBudget',
  'rate',
  'total',
])

/**
 * The last dot before the first '=' parts name and field, so that names may hold dots; null where the text is no change: no
 * '=', no field, or a field of a row without the row's name.
 */
export function readWhatIf(text: string): WhatIf | null {
  const equals = text.indexOf('=')
  if (equals < 0) return null
  const left = text.slice(0, equals).trim()
  const dot = left.lastIndexOf('.')
  const word = left.slice(dot + 1).trim()
  const header = fieldOfHeader(word) ?? word
  // 说明 and 备注 of a row are its remark, in a column of whatever name.
  const field = header === 'remark' ? 'note' : header
  const name = left.slice(0, Math.max(0, dot)).trim()
  if (field === '' || (name === '' && !ofForm.has(field))) return null
  return { name, field, raw: text.slice(equals + 1).trim() }
}

export interface WhatIfRefused {
  readonly form: null
  /** `none`: no row of that name; `several`: more than one; `field`: the row has no such cell; `value`: no number. */
  readonly problem: 'none' | 'several' | 'field' | 'value'
  readonly change: WhatIf
  /** Names that come near (`none`); the rows as they are to be named (`several`). */
  readonly choices: readonly string[]
}

export type WhatIfResult = { readonly form: Form; readonly problem: null } | WhatIfRefused

function rowOf(path: FormPath): FormPath {
  return path.replace(/\..*$/, '')
}

/** '活动满意度#2（≥95%，95%）' for each row that the name fits. */
function rowsAs(form: Form, name: string, paths: readonly FormPath[]): readonly string[] {
  return paths.map((path, at) => {
    const [, block, index] = /^(\w+)\[(\d+)\]/.exec(rowOf(path))!
    const row = form[block as 'indicators' | 'tasks'][Number(index)]!
    const cells = 'target' in row ? [row.target.raw, row.actual.raw] : [row.budgeted.total.raw, row.executed.total.raw]
    return `${name}#${at + 1}（${[row.name.raw, ...cells].filter((cell) => cell !== name && cell !== '').join('，')}）`
  })
}

/** Applies changes in order; stops at the first that names no cell or more than one, or that puts no number where one stands. */
export function applyWhatIf(form: Form, changes: readonly WhatIf[]): WhatIfResult {
  let changed = form
  for (const change of changes) {
    const { name, field, raw } = change
    const refuse = (problem: WhatIfRefused['problem'], choices: readonly string[] = []): WhatIfRefused => ({
      form: null,
      problem,
      change,
      choices,
    })
    const paths = pathsNamed(changed, name, field)
    if (paths.length > 1) return refuse('several', rowsAs(changed, name, paths))
    if (paths.length === 0) {
      const isKnown = pathsNamed(changed, name, 'name').length > 0
      return isKnown ? refuse('field') : refuse('none', nearNames(changed, name))
    }
    if (ofNumbers.has(field) && raw !== '' && readNumber(raw).value === null) return refuse('value')
    changed = withCell(changed, paths[0]!, raw)!
  }
  return { form: changed, problem: null }
}
