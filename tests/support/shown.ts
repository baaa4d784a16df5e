/** A form restricted to the fields a layout shows, as printed text, white space inside a cell aside: two forms compare by it. */

import {
  type Cell,
  type Form,
  type Grid,
  type GridCell,
  type Indicator,
  surveyFields,
  type Task,
} from '../../src/core/model/index.ts'
import { type IndicatorField, type Layout, type TaskField, taskExtraFields } from '../../src/core/rulebook/layout.ts'
import { placesOf } from './places.ts'
import { withWideSigns } from './spelling.ts'

function text(cell: Cell<unknown> | undefined): string {
  return (cell?.raw ?? '').replace(/\s+/g, '')
}

function indicatorText(indicator: Indicator, field: IndicatorField, points: boolean): string {
  switch (field) {
    case 'level1':
    case 'level2':
      return `${text(indicator[field].cell)}${points ? ` ${text(indicator[field].points)}` : ''}`
    case 'name':
    case 'attribute':
    case 'target':
    case 'unit':
    case 'actual':
    case 'weight':
    case 'score':
    case 'note':
      return text(indicator[field])
    case 'sampleSize':
    case 'returnedAnswers':
    case 'validAnswers':
    case 'satisfiedAnswers':
    case 'surveyMethod':
      return text(indicator.survey?.[field])
    default:
      return text(indicator.extra[field])
  }
}

function taskText(task: Task, field: TaskField): string {
  if ((taskExtraFields as readonly string[]).includes(field)) return text(task.extra?.[field])
  const [outer, inner] = field.split('.') as ['budgeted', 'total' | undefined]
  return inner === undefined ? text(task[outer] as unknown as Cell<string>) : text(task[outer][inner])
}

/** Lines `path: text`, so that a difference reads by itself. */
export function shownIn(layout: Layout, form: Form): readonly string[] {
  const places = placesOf(layout)
  const points = layout.blocks.some((block) => block.block === 'indicators' && block.pointsInLabels)
  const has = (block: string) => layout.blocks.some((one) => one.block === block)
  const lines: string[] = [
    `kind: ${form.kind}${form.stage === undefined ? '' : ` ${form.stage}`}`,
    `layout: ${form.layout}`,
    `title: ${text(form.title)}`,
    `moneyUnit: ${form.moneyUnit.value}`,
  ]
  for (const field of ['fiscalYear', 'department', 'supervisor', 'project', 'implementer'] as const) {
    if (places.facts.has(field)) lines.push(`${field}: ${text(form[field])}`)
  }
  for (const label of places.labels) {
    const bare = (words: string) => words.replace(/[\s:\uff1a]/g, '')
    lines.push(`${label}: ${text(form.facts.find((fact) => bare(fact.label.raw) === bare(label))?.text)}`)
  }
  form.tasks.forEach((task, index) => {
    lines.push(`tasks[${index}]: ${task.role}`)
    for (const field of places.tasks) lines.push(`tasks[${index}].${field}: ${taskText(task, field)}`)
  })
  for (const block of layout.blocks) {
    if (block.block !== 'goals') continue
    form.goals.forEach((goal, index) => {
      const parts = [
        goal.stated,
        ...(block.achieved === undefined ? [] : [goal.achieved]),
        ...(block.midTerm === undefined ? [] : [goal.midTerm]),
      ]
      lines.push(`goals[${index}]: ${parts.map(text).join(' | ')}`)
    })
  }
  form.indicators.forEach((indicator, index) => {
    lines.push(`indicators[${index}]: ${indicator.role}`)
    for (const field of places.indicators)
      lines.push(`indicators[${index}].${field}: ${indicatorText(indicator, field, points)}`)
    // A remark that is shown tells its survey wherever there is no column for it.
    if (!places.indicators.has('note')) return
    for (const field of surveyFields) {
      if (!places.indicators.has(field)) lines.push(`indicators[${index}].${field}: ${text(indicator.survey?.[field])}`)
    }
  })
  if (has('total')) lines.push(`total: ${text(form.total)}`, `grade: ${text(form.grade)}`)
  if (places.executionPoints) lines.push(`executionPoints: ${text(form.executionPoints)}`)
  return lines
}

/** Lines of one that the other lacks: '- expected' and '+ found'. */
export function differences(expected: readonly string[], found: readonly string[]): readonly string[] {
  const [before, after] = [new Set(expected), new Set(found)]
  return [
    ...expected.filter((line) => !after.has(line)).map((line) => `- ${line}`),
    ...found.filter((line) => !before.has(line)).map((line) => `+ ${line}`),
  ]
}

/** The same table with wide punctuation in its headers and labels: 产出指标（50分）. */
export function withWideLabels(grid: Grid): Grid {
  const isLabel = ({ style, path }: GridCell) =>
    style?.role === 'header' || (style?.role === 'label' && (path === undefined || /level[12]$/.test(path)))
  const wide = (cell: GridCell): GridCell => (isLabel(cell) ? { ...cell, text: withWideSigns(cell.text) } : cell)
  return { ...grid, cells: grid.cells.map(wide) }
}
