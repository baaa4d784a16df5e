/** What stands in a printed cell: the raw texts of a form, as the columns of a layout ask for them. */

import type { Form, FormPath, Indicator, Label, Task } from '../model/index.ts'
import { type FactField, type IndicatorField, type TaskField, taskExtraFields } from '../rulebook/layout.ts'

export interface Printed {
  readonly text: string
  /** The field of the form that is shown; absent where the layout has a place for which the form has no field. */
  readonly path?: FormPath
}

const unitInBrackets = /[(\uff08]\s*(?:单位\s*[:\uff1a]?\s*)?(万元|千元|亿元|元)\s*[)\uff09]/

/** A header of the layout names its unit of money in brackets; the form's own unit stands there, or none where none is known. */
export function withMoneyUnit(header: string, form: Form): string {
  const unit = form.moneyUnit.value
  return header.replace(unitInBrackets, (bracket, printed: string) =>
    unit === null ? '' : bracket.replace(printed, unit),
  )
}

/** 产出指标(50分) where the layout prints points in labels. */
export function labelText(label: Label, pointsInLabels: boolean): string {
  const name = label.cell.raw
  const points = label.points.raw
  if (!pointsInLabels || points === '') return name
  return `${name}(${points}${/[分%]$/.test(points) ? '' : '分'})`
}

/** A target that was printed in three cells is kept joined by blanks; where the layout splits it, each cell gets its own part back. */
function targetAlone(indicator: Indicator, fields: ReadonlySet<IndicatorField>): string {
  let text = indicator.target.raw
  const attribute = indicator.attribute.raw
  const unit = indicator.unit.raw
  if (fields.has('attribute') && attribute !== '') {
    if (text === attribute) text = ''
    else if (text.startsWith(`${attribute} `)) text = text.slice(attribute.length + 1)
  }
  if (fields.has('unit') && unit !== '') {
    if (text === unit) text = ''
    else if (text.endsWith(` ${unit}`)) text = text.slice(0, -unit.length - 1)
  }
  return text
}

export function printedIndicator(
  indicator: Indicator,
  row: FormPath,
  field: IndicatorField,
  fields: ReadonlySet<IndicatorField>,
  pointsInLabels: boolean,
): Printed {
  switch (field) {
    case 'level1':
    case 'level2':
      return { text: labelText(indicator[field], pointsInLabels), path: `${row}.${field}` }
    case 'target':
      return { text: targetAlone(indicator, fields), path: `${row}.target` }
    case 'name':
    case 'attribute':
    case 'unit':
    case 'actual':
    case 'weight':
    case 'score':
    case 'note':
      return { text: indicator[field].raw, path: `${row}.${field}` }
    case 'sampleSize':
    case 'returnedAnswers':
    case 'validAnswers':
    case 'satisfiedAnswers':
    case 'surveyMethod':
      return { text: indicator.survey?.[field].raw ?? '', path: `${row}.survey.${field}` }
    default:
      return { text: indicator.extra[field]?.raw ?? '', path: `${row}.extra.${field}` }
  }
}

const taskExtras: ReadonlySet<string> = new Set(taskExtraFields)

/** Whether the column stands in `Task.extra`. */
function isTaskExtra(field: TaskField): boolean {
  return taskExtras.has(field)
}

export function printedTask(task: Task, row: FormPath, field: TaskField): Printed {
  if (isTaskExtra(field)) return { text: task.extra?.[field]?.raw ?? '', path: `${row}.extra.${field}` }
  const [outer, inner] = field.split('.') as [keyof Task, 'total' | undefined]
  const cell = inner === undefined ? task[outer] : (task[outer] as Task['budgeted'])[inner]
  return { text: (cell as { readonly raw: string }).raw, path: `${row}.${field}` }
}

/** Texts compare without the white space and the colon that a label may carry. */
function bare(label: string): string {
  return label.replace(/[\s:\uff1a]/g, '')
}

export function printedFact(form: Form, field: FactField, label: string): Printed {
  if (field !== 'fact') return { text: form[field].raw, path: field }
  const index = form.facts.findIndex((fact) => bare(fact.label.raw) === bare(label))
  const fact = form.facts[index]
  return fact === undefined ? { text: '' } : { text: fact.text.raw, path: `facts[${index}].text` }
}
