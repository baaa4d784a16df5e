/**
 * A self-evaluation begun from the targets that were set for it: names, goals, indicators, targets and money are taken over,
 * so that actuals and what became of the goals are all that is left to fill in. Nothing is said that the targets do not say,
 * except weights where none were approved: those are the edition's points, shared alike, and are named as proposed.
 */

import { largestRemainder } from '../arithmetic/index.ts'
import { withoutBlanks } from '../model/blanks.ts'
import { gather } from '../model/gather.ts'
import {
  type Amounts,
  type Cell,
  Exact,
  emptyCell,
  type Form,
  type FormPath,
  type Indicator,
  indicatorPath,
  type Label,
  type Level1,
  type NumberCell,
  type Task,
  type TextCell,
} from '../model/index.ts'
import { numberCell } from '../recognise/typed-cells.ts'
import { chooseEdition, type Edition, editionById, type Layout, layoutById, level1Points } from '../rulebook/index.ts'
import { blockOf, factLabelsOf, printedColumns } from './blank.ts'

export interface PrefillOptions {
  /** Id of the layout of a self-evaluation. */
  readonly layout: string
  /** Edition that gives points where none were approved; left out: the one for the place, the kind and the year. */
  readonly edition?: string
  /** What the monitoring form of the same year says: it fills in what the targets leave open. */
  readonly monitoring?: Form
}

export interface Prefilled {
  /** Without a single actual, score or total. */
  readonly form: Form
  /** Id of the edition whose points were taken. */
  readonly edition: string
  /** Weights that were not approved: the edition's points of the block, shared alike. The unit settles them. */
  readonly proposedWeights: readonly FormPath[]
  /** Labelled texts of the target form that the layout has no place for, by their place there. */
  readonly left: readonly FormPath[]
}

/**
 * `not-targets`: the form sets no targets for this; `no-layout`, `no-edition`: not on file; `not-evaluation`: the layout is
 * itself one of targets or monitoring; `other-kind`: of departments, and the targets are a project's, or the reverse.
 */
export type PrefillRefusal = 'not-targets' | 'no-layout' | 'no-edition' | 'not-evaluation' | 'other-kind'

/** What stands in a cell, without where it stood: the draft is another file. */
function said<T>({ raw, value }: Cell<T>): Cell<T> {
  return raw === '' && value === null ? emptyCell : { raw, value }
}

/** The first that is filled in. */
function either<T>(cell: Cell<T>, other: Cell<T> | undefined): Cell<T> {
  return said(cell.raw === '' && other !== undefined ? other : cell)
}

function textCell(raw: string): TextCell {
  return raw === '' ? emptyCell : { raw, value: raw }
}

function amountsOf({ total, appropriation, otherFunds, carryOver }: Amounts): Amounts {
  return {
    total: said(total),
    appropriation: said(appropriation),
    otherFunds: said(otherFunds),
    carryOver: said(carryOver),
  }
}

const noAmounts: Amounts = { total: emptyCell, appropriation: emptyCell, otherFunds: emptyCell, carryOver: emptyCell }

/** Money as it was asked for at the start of the year; what it was adjusted to, and what was spent, the targets do not know. */
function tasksOf(targets: Form, layout: Layout, points: NumberCell): readonly Task[] {
  const block = blockOf(layout, 'tasks')
  if (block === undefined) return []
  const fields = new Set(block.columns.map(({ field }) => field))
  const hasInitial = fields.has('initialBudget')
  return targets.tasks.map((task): Task => {
    const isTotal = task.role === 'total'
    return {
      role: task.role,
      name: isTotal ? textCell(block.totalLabel) : said(task.name),
      content: fields.has('content') ? said(task.content) : emptyCell,
      completion: emptyCell,
      initialBudget: hasInitial ? said(task.budgeted.total) : emptyCell,
      budgeted: hasInitial ? noAmounts : amountsOf(task.budgeted),
      executed: noAmounts,
      weight: isTotal && fields.has('weight') ? points : emptyCell,
      rate: emptyCell,
      score: emptyCell,
      note: emptyCell,
    }
  })
}

/** Columns that say what an indicator is, not what became of it. */
const kept: ReadonlySet<string> = new Set([
  'explanation',
  'scoringRule',
  'evidence',
  'targetBasis',
  'isCore',
  'lastYearActual',
])

function isScored({ role }: Indicator): boolean {
  return role === 'scored'
}

/** Points of a level-1 block that are still to be shared, and the rows without a weight of their own. */
function openWeights(rows: readonly Indicator[], edition: Edition): ReadonlyMap<number, Exact> {
  const decimals = Number(edition.rounding.decimals.value)
  const printed = new Set(rows.map(({ level1Kind }) => level1Kind))
  const found = new Map<number, Exact>()
  for (const { kinds } of edition.blocks) {
    const own = [...rows.keys()].filter((index) => kinds.includes(rows[index]!.level1Kind) && isScored(rows[index]!))
    const open = own.filter((index) => rows[index]!.weight.raw === '')
    const points = level1Points(edition, kinds[0]!, printed)!
    const taken = Exact.sum(own.map((index) => rows[index]!.weight.value ?? Exact.zero))
    const left = points.minus(taken)
    if (open.length === 0 || !left.isPositive) continue
    const shares = largestRemainder(
      open.map(() => Exact.one),
      left,
      decimals,
    )
    open.forEach((index, at) => {
      found.set(index, shares[at]!)
    })
  }
  return found
}

/** Points of the edition that stand in the label of a level-1 block: where its weights make them up. */
function labelPoints(rows: readonly Indicator[], edition: Edition): ReadonlyMap<Level1, string> {
  const printed = new Set(rows.map(({ level1Kind }) => level1Kind))
  const found = new Map<Level1, string>()
  for (const kind of printed) {
    const points = level1Points(edition, kind, printed)
    const own = rows.filter((row) => row.level1Kind === kind).map(({ weight }) => weight.value ?? Exact.zero)
    if (points?.equals(Exact.sum(own)) === true) found.set(kind, points.toString())
  }
  return found
}

function withLabelPoints(rows: readonly Indicator[], layout: Layout, edition: Edition): readonly Indicator[] {
  if (blockOf(layout, 'indicators')?.pointsInLabels !== true) return rows
  const points = labelPoints(rows, edition)
  return rows.map((row): Indicator => {
    const own = points.get(row.level1Kind)
    const { cell, points: printed } = row.level1
    const isOpen: boolean = cell.raw !== '' && printed.raw === ''
    return own !== undefined && isOpen ? { ...row, level1: { cell, points: numberCell(own) } } : row
  })
}

function labelOf({ cell, points }: Label): Label {
  return { cell: said(cell), points: said(points) }
}

/** ≥ 20 家, printed in three cells, is ≥20家 where the layout has one. */
function targetOf({ target, attribute }: Indicator, isSplit: boolean): Indicator['target'] {
  const cell = said(target)
  if (isSplit || cell.value === null || attribute.raw === '' || attribute.raw === '定性') return cell
  const raw = withoutBlanks(cell.raw)
  return { raw, value: { ...cell.value, raw } }
}

function indicatorsOf(targets: Form, layout: Layout, edition: Edition): readonly Indicator[] {
  const fields = new Set<string>(blockOf(layout, 'indicators')!.columns.map(({ field }) => field))
  const rows = targets.indicators
  const proposed = fields.has('weight') ? openWeights(rows, edition) : new Map<number, Exact>()
  const isSplit = fields.has('attribute') || fields.has('unit')
  const made = rows.map((row, index): Indicator => {
    const target = targetOf(row, isSplit)
    const share = proposed.get(index)
    const extra = gather(Object.entries(row.extra), ([field, cell]): [string, TextCell][] =>
      fields.has(field) && kept.has(field) ? [[field, said(cell)]] : [],
    )
    // Where the target of the start and the adjusted one have a column each, what was approved is the first.
    if (!fields.has('target') && fields.has('initialTarget')) extra.push(['initialTarget', textCell(target.raw)])
    const weight: NumberCell = share === undefined ? said(row.weight) : numberCell(share.toString())
    return {
      role: row.role,
      level1: labelOf(row.level1),
      level1Kind: row.level1Kind,
      level2: labelOf(row.level2),
      name: said(row.name),
      attribute: said(row.attribute),
      unit: said(row.unit),
      target,
      actual: emptyCell,
      weight: fields.has('weight') && isScored(row) ? weight : emptyCell,
      score: emptyCell,
      note: emptyCell,
      extra: Object.fromEntries(extra),
    }
  })
  return withLabelPoints(made, layout, edition)
}

/** Points beside the indicators: none where these make up the whole by themselves. */
function executionPoints(rows: readonly Indicator[], edition: Edition): NumberCell {
  const weights = Exact.sum(rows.map(({ weight }) => weight.value ?? Exact.zero))
  return weights.equals(Exact.of(edition.total.value)) ? emptyCell : numberCell(edition.executionPoints.value)
}

function bare(label: string): string {
  return label.replace(/[\s:\uff1a]/g, '')
}

/** Labels that the layout asks for, each with what the targets say under it. */
function factsOf(targets: Form, layout: Layout): { readonly facts: Form['facts']; readonly left: readonly FormPath[] } {
  const asked = factLabelsOf(layout)
  const facts = asked.map((label) => {
    const own = targets.facts.find((fact) => bare(fact.label.raw) === bare(label))
    return { label: textCell(label), text: own === undefined ? emptyCell : said(own.text) }
  })
  const wanted = new Set(asked.map(bare))
  const left = gather(targets.facts, ({ label, text }, index) =>
    text.raw === '' || wanted.has(bare(label.raw)) ? [] : [`facts[${index}]`],
  )
  return { facts, left }
}

/** The self-evaluation of `targets` (a form with a stage) in a layout, ready to be filled in; or why there is none. */
export function prefill(
  targets: Form,
  { layout: layoutId, edition: asked, monitoring }: PrefillOptions,
): Prefilled | { readonly refused: PrefillRefusal } {
  const layout = layoutById(layoutId)
  if (targets.stage === undefined) return { refused: 'not-targets' }
  if (layout === undefined) return { refused: 'no-layout' }
  if (layout.stage !== undefined) return { refused: 'not-evaluation' }
  if (layout.kind !== targets.kind) return { refused: 'other-kind' }
  const names = {
    region: either(targets.region, monitoring?.region),
    department: either(targets.department, monitoring?.department),
    supervisor: either(targets.supervisor, monitoring?.supervisor),
    project: either(targets.project, monitoring?.project),
    implementer: either(targets.implementer, monitoring?.implementer),
  }
  const fiscalYear = either(targets.fiscalYear, monitoring?.fiscalYear)
  const edition =
    asked === undefined
      ? chooseEdition({
          place: names.region.raw || names.department.raw || names.supervisor.raw,
          kind: targets.kind,
          year: fiscalYear.value,
          level1: new Set(targets.indicators.map(({ level1Kind }) => level1Kind)),
        }).edition
      : editionById(asked)
  if (edition === undefined) return { refused: 'no-edition' }
  const source =
    targets.tasks.length === 0 && monitoring !== undefined ? { ...targets, tasks: monitoring.tasks } : targets
  const indicators = indicatorsOf(targets, layout, edition)
  const { facts, left } = factsOf(targets, layout)
  const points = executionPoints(indicators, edition)
  const tasks = tasksOf(source, layout, points)
  const form: Form = {
    kind: layout.kind,
    layout: layout.id,
    title: textCell(blockOf(layout, 'title')!.text),
    ...names,
    fiscalYear,
    moneyUnit: either(targets.moneyUnit, monitoring?.moneyUnit),
    tasks,
    goals:
      blockOf(layout, 'goals') === undefined
        ? []
        : targets.goals
            .filter(({ stated }) => stated.raw !== '')
            .map(({ stated }) => ({ stated: said(stated), achieved: emptyCell })),
    indicators,
    executionPoints: tasks.length === 0 ? emptyCell : points,
    total: emptyCell,
    grade: emptyCell,
    facts,
    columns: printedColumns(layout),
  }
  const proposedWeights = gather(indicators, ({ weight }, index) =>
    weight.raw !== '' && targets.indicators[index]!.weight.raw === '' ? [indicatorPath(index)] : [],
  )
  return { form, edition: edition.id, proposedWeights, left }
}
