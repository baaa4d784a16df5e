/** Report → Grid: the official form as it is printed, by layouts. */

import type { Form, Grid, Report } from '../model/index.ts'
import { layoutById } from '../rulebook/index.ts'
import type { Layout } from '../rulebook/layout.ts'
import { layOutForm } from './lay-out-form.ts'

export { goalSides } from './blocks.ts'
export { alignColumns, type ColumnGrid, fullWidth } from './column-grid.ts'
export { layOutForm } from './lay-out-form.ts'

/** The layout in which a form of a kind is printed when none is known to fit it. */
const ownLayout = { department: 'shenzhen-department', project: 'national-project' } as const

/** The layout a form is printed in: its own, else the one of its kind. */
export function layoutOf(form: Pick<Form, 'kind' | 'layout'>, layoutId: string | null = form.layout): Layout {
  const layout = (layoutId === null ? undefined : layoutById(layoutId)) ?? layoutById(ownLayout[form.kind])
  if (layout === undefined) throw new Error(`no layout for forms of kind ${form.kind}`)
  return layout
}

/** The form of a report, printed in the layout asked for, else in its own. */
export function layOut(report: Report, layoutId?: string): Grid {
  return layOutForm(report.form, layoutOf(report.form, layoutId))
}
