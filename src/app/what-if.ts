/** What-if: '指标名.actual=60人' changes a printed cell before the form is judged. */

import type { Form } from '../core/model/index.ts'
import { pathsNamed, withCell } from '../core/recognise/index.ts'

export interface WhatIf {
  readonly name: string
  readonly field: string
  readonly raw: string
}

/** The last dot before the first '=' parts name and field, so that names may hold dots; null where the text is no change. */
export function readWhatIf(text: string): WhatIf | null {
  const equals = text.indexOf('=')
  if (equals < 0) return null
  const left = text.slice(0, equals).trim()
  const dot = left.lastIndexOf('.')
  const field = left.slice(dot + 1)
  if (field === '') return null
  return { name: left.slice(0, Math.max(0, dot)), field, raw: text.slice(equals + 1).trim() }
}

/** `none`: no such cell; `several`: the name fits more than one row. */
export type WhatIfResult =
  | { readonly form: Form; readonly problem: null }
  | { readonly form: null; readonly problem: 'none' | 'several'; readonly change: WhatIf }

/** Applies changes in order; stops at the first that names no cell or more than one. */
export function applyWhatIf(form: Form, changes: readonly WhatIf[]): WhatIfResult {
  let changed = form
  for (const change of changes) {
    const paths = pathsNamed(changed, change.name, change.field)
    const next = paths.length === 1 ? withCell(changed, paths[0]!, change.raw) : null
    if (next === null) return { form: null, problem: paths.length > 1 ? 'several' : 'none', change }
    changed = next
  }
  return { form: changed, problem: null }
}
