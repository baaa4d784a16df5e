/**
 * A form that came back on a sheet, and the form that the sheet was made from: what the sheet does not show is taken from
 * the old form, and where a cell says the same its printed text is the old one (5.0 stays 5.0).
 */

import type { Cell, Form, FormPath, Goal, Indicator, Label, Task } from '../../core/model/index.ts'
import type { Layout } from '../../core/rulebook/index.ts'
import { readNumber, readValue } from '../../core/values/index.ts'

/** Which row of the old form a cell of the sheet belongs to: its path without the field, by the row of the sheet. */
export type OldRow = (sheetRow: number) => FormPath | undefined

function bare(text: string): string {
  return text.replace(/\s/g, '')
}

function saysTheSame(one: string, other: string): boolean {
  if (bare(one) === bare(other)) return true
  const figures = [one, other].map((text) => (/^[-\d.,%]+$/.test(text) ? readNumber(text).value : null))
  return figures[0] != null && figures[1] != null && figures[0].equals(figures[1])
}

/** `shown`: the sheet has a place for it; what it shows elsewhere (a region in a department's name) counts too. */
function merged<T>(now: Cell<T>, old: Cell<T>, shown: boolean): Cell<T> {
  if (!shown && now.raw === '') return old
  if (!saysTheSame(now.raw, old.raw)) return now
  return { ...now, raw: old.raw, value: old.value ?? now.value }
}

function mergedLabel(now: Label, old: Label, shown: boolean, points: boolean): Label {
  const cell = merged(now.cell, old.cell, shown)
  const same = !shown || saysTheSame(now.cell.raw, old.cell.raw)
  return { cell, points: same ? merged(now.points, old.points, shown && points) : now.points }
}

function same<T>(now: Cell<T>, old: Cell<T>): boolean {
  return saysTheSame(now.raw, old.raw)
}

function recordMerged<T extends Readonly<Record<string, Cell<unknown>>>>(
  now: T | undefined,
  old: T | undefined,
  shown: (field: string) => boolean,
): T {
  const fields = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])]
  return Object.fromEntries(
    fields.flatMap((field) => {
      const [one, other] = [now?.[field], old?.[field]]
      if (one === undefined) return shown(field) && other!.raw !== '' ? [] : [[field, other!]]
      return [[field, other === undefined ? one : merged(one, other, shown(field))]]
    }),
  ) as unknown as T
}

interface Shown {
  readonly indicators: ReadonlySet<string>
  readonly tasks: ReadonlySet<string>
  readonly pointsInLabels: boolean
  readonly facts: ReadonlySet<string>
  readonly blocks: ReadonlySet<string>
}

function shownBy(layout: Layout): Shown {
  const indicators = layout.blocks.find((block) => block.block === 'indicators')
  const tasks = layout.blocks.find((block) => block.block === 'tasks')
  const facts = layout.blocks.flatMap((block) => (block.block === 'facts' ? block.rows.flat() : []))
  return {
    indicators: new Set(indicators?.columns.map(({ field }) => field)),
    tasks: new Set(tasks?.columns.map(({ field }) => field)),
    pointsInLabels: indicators?.pointsInLabels === true,
    facts: new Set(facts.map(({ field }) => field)),
    blocks: new Set(layout.blocks.map(({ block }) => block)),
  }
}

/** A doubt about a text that a machine read stays while nobody wrote anything else there. */
function mergedValue(
  now: Indicator,
  old: Indicator,
  side: 'target' | 'actual',
  shown: boolean,
  { paths, year }: Doubts,
): Indicator['target'] {
  const cell = merged(now[side], old[side], shown)
  if (cell.value !== null && !paths.has(side)) return cell
  if (cell.raw !== old[side].raw) return cell
  const [name, attribute, unit] = [old.name.raw, old.attribute.raw, old.unit.raw]
  const value = readValue(cell.raw, {
    ...(name === '' ? {} : { name }),
    ...(attribute === '' ? {} : { attribute }),
    ...(unit === '' ? {} : { unit }),
    ...(year === null ? {} : { fiscalYear: year }),
    ...(paths.has(side) ? {} : { typed: true }),
  })
  return cell.raw === '' ? cell : { ...cell, value }
}

/** Sides of a row whose texts may have been misread, and the year they are read by. */
interface Doubts {
  readonly paths: ReadonlySet<string>
  readonly year: number | null
}

function mergeIndicator(
  now: Indicator,
  old: Indicator,
  { indicators: shown, pointsInLabels }: Shown,
  doubtful: Doubts,
): Indicator {
  const has = (field: string) => shown.has(field)
  const unchanged = same(now.name, old.name) && same(now.target, old.target)
  const { survey, ...rest } = now
  const told = same(now.note, old.note) && same(now.actual, old.actual) ? (old.survey ?? survey) : survey
  const mergedSurvey =
    told === undefined || old.survey === undefined || survey === undefined
      ? told
      : recordMerged({ ...survey }, { ...old.survey }, has)
  return {
    ...rest,
    role: unchanged ? old.role : now.role,
    level1: mergedLabel(now.level1, old.level1, has('level1'), pointsInLabels),
    level2: mergedLabel(now.level2, old.level2, has('level2'), pointsInLabels),
    level1Kind: same(now.level1.cell, old.level1.cell) || !has('level1') ? old.level1Kind : now.level1Kind,
    name: merged(now.name, old.name, has('name')),
    attribute: merged(now.attribute, old.attribute, has('attribute')),
    unit: merged(now.unit, old.unit, has('unit')),
    target: mergedValue(now, old, 'target', has('target'), doubtful),
    actual: mergedValue(now, old, 'actual', has('actual'), doubtful),
    weight: merged(now.weight, old.weight, has('weight')),
    score: merged(now.score, old.score, has('score')),
    note: merged(now.note, old.note, has('note')),
    ...(mergedSurvey === undefined ? {} : { survey: mergedSurvey }),
    extra: recordMerged({ ...now.extra }, { ...old.extra }, has),
  }
}

function mergeTask(now: Task, old: Task, { tasks: shown }: Shown): Task {
  const has = (field: string) => shown.has(field)
  const amounts = (side: 'budgeted' | 'executed') =>
    recordMerged({ ...now[side] }, { ...old[side] }, (part) => has(`${side}.${part}`))
  const extra = recordMerged({ ...now.extra }, { ...old.extra }, has)
  const { extra: _, ...rest } = now
  return {
    ...rest,
    role: same(now.name, old.name) ? old.role : now.role,
    name: merged(now.name, old.name, has('name')),
    content: merged(now.content, old.content, has('content')),
    completion: merged(now.completion, old.completion, has('completion')),
    initialBudget: merged(now.initialBudget, old.initialBudget, has('initialBudget')),
    budgeted: amounts('budgeted'),
    executed: amounts('executed'),
    weight: merged(now.weight, old.weight, has('weight')),
    rate: merged(now.rate, old.rate, has('rate')),
    score: merged(now.score, old.score, has('score')),
    note: merged(now.note, old.note, has('note')),
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
  }
}

/** `hasTerm`: the sheet has a column for the goal of the longer term. */
function mergeGoal(now: Goal, old: Goal, hasTerm: boolean): Goal {
  const term = hasTerm ? now.midTerm : old.midTerm
  const midTerm = hasTerm && term !== undefined && old.midTerm !== undefined ? merged(term, old.midTerm, true) : term
  return {
    stated: merged(now.stated, old.stated, true),
    achieved: merged(now.achieved, old.achieved, true),
    ...(midTerm === undefined ? {} : { midTerm }),
  }
}

/** Row of the sheet (from 1) in which the first cell of a row that has a place stands. */
function rowOf(cells: readonly (Cell<unknown> | undefined)[]): number | null {
  for (const cell of cells) {
    if (cell?.origin?.kind === 'sheet') return Number(/\d+$/.exec(cell.origin.cell)?.[0])
  }
  return null
}

function oldOf<T>(rows: readonly T[], block: string, row: number | null, old: OldRow): T | undefined {
  const path = row === null ? undefined : old(row)
  const [, name, index] = /^(\w+)\[(\d+)\]$/.exec(path ?? '') ?? []
  return name === block ? rows[Number(index)] : undefined
}

type Fact = Form['facts'][number]

function labelOf({ label }: Fact): string {
  return bare(label.raw).replace(/[:\uff1a]$/, '')
}

/** In their old order; the sum of the weights stands in the total row without its own label, and is known by what it says. */
function mergeFacts(now: Form, old: Form): Form['facts'] {
  const rest = [...now.facts]
  const take = (fits: (fact: Fact) => boolean): Fact | undefined => {
    const at = rest.findIndex(fits)
    return at < 0 ? undefined : rest.splice(at, 1)[0]
  }
  const byLabel = old.facts.map((other) => take((fact) => labelOf(fact) === labelOf(other)))
  const kept = old.facts.flatMap((other, index): Fact[] => {
    const fact = byLabel[index] ?? take((one) => one.text.raw !== '' && saysTheSame(one.text.raw, other.text.raw))
    if (fact === undefined) return other.text.raw === '' ? [other] : []
    return [{ label: { ...fact.label, ...other.label }, text: merged(fact.text, other.text, true) }]
  })
  return [...kept, ...rest.filter(({ text }) => text.raw !== '')]
}

/** A layout's own title, printed where the form has none. */
function printedTitle(layout: Layout): Form['title'] {
  const block = layout.blocks.find((one) => one.block === 'title')
  return { raw: block?.text ?? '', value: block?.text ?? null }
}

/**
 * The form as it is now. `layout`: the one the sheet shows; `doubts`: targets and actuals of the old form ('3.target') that
 * a machine may have misread.
 */
export function mergeForms(
  now: Form,
  { form: old, doubts }: { readonly form: Form; readonly doubts: ReadonlySet<string> },
  layout: Layout,
  oldRow: OldRow,
): Form {
  const shown = shownBy(layout)
  const fact = (field: string) => shown.facts.has(field)
  const has = (block: string) => shown.blocks.has(block)
  const hasTerm = layout.blocks.some((block) => block.block === 'goals' && block.midTerm !== undefined)
  return {
    kind: old.kind,
    ...(old.stage === undefined ? {} : { stage: old.stage }),
    layout: old.layout,
    title:
      old.title.raw === '' && same(now.title, printedTitle(layout)) ? old.title : merged(now.title, old.title, true),
    region: merged(now.region, old.region, false),
    fiscalYear: merged(now.fiscalYear, old.fiscalYear, fact('fiscalYear')),
    department: merged(now.department, old.department, fact('department')),
    supervisor: merged(now.supervisor, old.supervisor, fact('supervisor')),
    project: merged(now.project, old.project, fact('project')),
    implementer: merged(now.implementer, old.implementer, fact('implementer')),
    moneyUnit:
      now.moneyUnit.value === old.moneyUnit.value || now.moneyUnit.value === null ? old.moneyUnit : now.moneyUnit,
    tasks: has('tasks')
      ? now.tasks.map((task) => {
          const other = oldOf(old.tasks, 'tasks', rowOf([task.name, task.budgeted.total, task.executed.total]), oldRow)
          return other === undefined ? task : mergeTask(task, other, shown)
        })
      : old.tasks,
    goals: has('goals')
      ? now.goals.map((goal): Goal => {
          const other = oldOf(old.goals, 'goals', rowOf([goal.stated, goal.achieved]), oldRow)
          return other === undefined ? goal : mergeGoal(goal, other, hasTerm)
        })
      : old.goals,
    indicators: now.indicators.map((row) => {
      const other = oldOf(old.indicators, 'indicators', rowOf([row.name, row.target, row.weight, row.score]), oldRow)
      if (other === undefined) return row
      const index = old.indicators.indexOf(other)
      const paths = new Set(['target', 'actual'].filter((side) => doubts.has(`${index}.${side}`)))
      return mergeIndicator(row, other, shown, { paths, year: old.fiscalYear.value })
    }),
    executionPoints: merged(now.executionPoints, old.executionPoints, now.executionPoints.raw !== ''),
    total: merged(now.total, old.total, has('total')),
    grade: merged(now.grade, old.grade, now.grade.raw !== ''),
    facts: mergeFacts(now, old),
    columns: old.columns,
  }
}
