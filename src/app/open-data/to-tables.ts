/** Published forms as rows of the tables. */

import type { Form } from '../../core/model/index.ts'
import { formFromTables } from './from-tables.ts'
import { indicatorTable } from './indicator-table.ts'
import { differences } from './patches.ts'
import type { FormData } from './publish.ts'
import { cellsOf } from './table.ts'
import type { ReadingRow } from './table-fields.ts'
import { factTable, goalTable, headTable, readingTable, taskTable } from './tables.ts'

type Lines = readonly (readonly string[])[]

/** Name of a table → its header and lines. */
export type TableTexts = Readonly<Record<string, Lines>>

function plainTables({ forms }: FormData): TableTexts {
  const rows = forms.flatMap((published, at) => [{ form: at + 1, published }])
  return {
    head: cellsOf(headTable, rows),
    facts: cellsOf(
      factTable,
      rows.flatMap(({ form, published }) =>
        published.form.facts.map((fact, index) => ({ form, number: index + 1, fact })),
      ),
    ),
    goals: cellsOf(
      goalTable,
      rows.flatMap(({ form, published }) =>
        published.form.goals.map((goal, index) => ({ form, number: index + 1, goal })),
      ),
    ),
    tasks: cellsOf(
      taskTable,
      rows.flatMap(({ form, published }) =>
        published.form.tasks.map((task, index) => ({
          form,
          number: index + 1,
          task,
          scored: published.results?.tasks[index],
        })),
      ),
    ),
    indicators: cellsOf(
      indicatorTable,
      rows.flatMap(({ form, published }) =>
        published.form.indicators.map((indicator, index) => ({
          form,
          number: index + 1,
          indicator,
          scored: published.results?.rows[index],
        })),
      ),
    ),
  }
}

/** All tables; what the texts alone would not give back stands in `readings`. */
export function tablesOf(data: FormData): TableTexts {
  const plain = plainTables(data)
  const back = formFromTables(plain)
  const readings = data.forms.flatMap(({ form }, at): ReadingRow[] => {
    const read: Form | undefined = back[at]
    return differences(read, form).map(({ path, value }) => ({ form: at + 1, path, value: JSON.stringify(value) }))
  })
  return { ...plain, readings: cellsOf(readingTable, readings) }
}
